import pixelmatch from 'pixelmatch';

/** How two pictures differ. */
export interface PictureDifference {
  /** Why they cannot be compared, or how many pixels of one small square differ at most. */
  readonly says: string;
  /** A PNG with the differing pixels in red, as a data URL. */
  readonly drawn?: string;
}

/** Edges of letters differ a little from machine to machine: a difference that can be seen fills part of a square. */
const square = 16;
const mayDiffer = 10;

/** Compares two PNGs, each as a data URL; `undefined`: no difference that can be seen. */
export async function comparePictures(before: string, now: string): Promise<PictureDifference | undefined> {
  const [one, other] = await Promise.all([pixelsOf(before), pixelsOf(now)]);
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    return { says: `was ${width} by ${height} pixels, is ${other.width} by ${other.height}` };
  }
  const drawn = new ImageData(width, height);
  const count = pixelmatch(one.data, other.data, drawn.data, width, height, {
    threshold: 0.05,
    windowSize: square,
  });
  if (count <= mayDiffer) return undefined;
  return { says: `${count} pixels of one square of ${square} differ`, drawn: urlOf(drawn) };
}

async function pixelsOf(url: string): Promise<ImageData> {
  const picture = await createImageBitmap(await (await fetch(url)).blob(), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const canvas = contextOf(picture.width, picture.height);
  canvas.drawImage(picture, 0, 0);
  return canvas.getImageData(0, 0, picture.width, picture.height);
}

function urlOf(pixels: ImageData): string {
  const canvas = contextOf(pixels.width, pixels.height);
  canvas.putImageData(pixels, 0, 0);
  return canvas.canvas.toDataURL('image/png');
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is nothing to draw on');
  return context;
}
