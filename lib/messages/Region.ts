/** A rectangle in a window's viewport, in CSS pixels from the top left corner. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Size of the viewport in CSS pixels. A screenshot shows exactly the viewport. */
  readonly windowWidth: number;
  readonly windowHeight: number;
}

/**
 * Type of the message that sends a drawn rectangle, the only message from inside a web page. The message gets no
 * response.
 */
export const regionMessage = 'scan/region';
