// Sets issue.typ through the library build of Typst and writes a PDF.
// usage: node typst.mjs MODULES FOLDER FONTS OUT
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
const [modules, folder, fonts, out] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
const started = process.hrtime.bigint();
writeFileSync(out, compiler.pdf({ mainFilePath: folder + "/issue.typ" }));
if (process.env.VERBOSE) console.log(Number(process.hrtime.bigint() - started) / 1e6, "ms");
