// free-tex-packer-core with the settings of perch pack --format atlas: IN OUT
const { packAsync } = require('free-tex-packer-core');
const fs = require('fs');
const path = require('path');
const [, , from, to] = process.argv;
const images = fs
  .readdirSync(from)
  .sort()
  .flatMap((state) =>
    fs
      .readdirSync(path.join(from, state))
      .sort()
      .map((file) => ({ path: `${state}/${file}`, contents: fs.readFileSync(path.join(from, state, file)) })),
  );
const settings = {
  width: 2048,
  height: 2048,
  fixedSize: false,
  powerOfTwo: false,
  padding: 2,
  allowRotation: false,
  detectIdentical: true,
  allowTrim: true,
  packer: 'MaxRectsPacker',
  packerMethod: 'Smart',
  exporter: 'JsonHash',
};
packAsync(images, settings).then((files) => {
  fs.mkdirSync(to, { recursive: true });
  files.forEach((file) => fs.writeFileSync(path.join(to, file.name), file.buffer));
});
