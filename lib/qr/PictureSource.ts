/** The inputs that a reader accepts: an image file, its data: URL, or a decoded bitmap. */
export type PictureSource = Blob | string | ImageBitmap;
