/** What a reader takes: a picture file's bytes, its data: URL in base64, or pixels that the browser holds. */
export type PictureSource = Blob | string | ImageBitmap;
