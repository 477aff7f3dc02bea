// maxrects-packer's packing alone, of the sizes "W H" in a file, again and again: FILE TIMES. Prints the median's
// milliseconds and the area in pixels.
const fs = require('fs');
const [, , file, times] = process.argv;
const sizes = fs
  .readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number));
const settings = { smart: true, pot: false, square: false, allowRotation: false, border: 2 };
import('maxrects-packer/dist/maxrects-packer.mjs').then(({ MaxRectsPacker }) => {
  const took = [];
  let area = 0;
  for (let run = 0; run < Number(times); run++) {
    const rects = sizes.map(([width, height]) => ({ width, height }));
    const from = process.hrtime.bigint();
    const packer = new MaxRectsPacker(2048, 2048, 2, settings);
    packer.addArray(rects);
    took.push(Number(process.hrtime.bigint() - from) / 1e6);
    area = packer.bins.reduce((sum, bin) => sum + bin.width * bin.height, 0);
  }
  took.sort((a, b) => a - b);
  console.log(took[took.length >> 1], area);
});
