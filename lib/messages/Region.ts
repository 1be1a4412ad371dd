/** A rectangle on a page as its window shows it, in CSS pixels from the window's top left. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The size of the window's viewport, which an image of it corresponds to. */
  readonly windowWidth: number;
  readonly windowHeight: number;
}

/** The only message from inside a web page: the drawn rectangle. It gets no response. */
export const regionMessage = 'scan/region';
