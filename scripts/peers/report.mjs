// Prints the results of bench-peers.sh as a table, times as ratios to ours.
import { readFileSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
const out = process.argv[2];
const results = JSON.parse(readFileSync(out + "/times.json")).results;
const ours = results.find((r) => r.command === "bantin");
const pages = (file) => /Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { stdio: ["ignore", "pipe", "ignore"] }).toString())[1];
const mb = (bytes) => (bytes / 1e6).toFixed(1);
console.log("| | median, s | ± | × ours | user + system, s | peak memory, MB | pages | file, MB |");
console.log("|---|---|---|---|---|---|---|---|");
for (const r of results) {
  const file = `${out}/${r.command}.pdf`;
  const kb = +readFileSync(`${out}/${r.command}.kb`).toString().trim().split("\n").pop();
  console.log(`| ${r.command} | ${r.median.toFixed(2)} | ${r.stddev.toFixed(2)} | ${(r.median / ours.median).toFixed(1)} | ${(r.user + r.system).toFixed(2)} | ${(kb / 1024).toFixed(0)} | ${pages(file)} | ${mb(statSync(file).size)} |`);
}
const report = JSON.parse(readFileSync(out + "/report.json"));
console.log(`\nLayout alone: ${report.layout_ms.toFixed(0)} ms; painting and finishing: ${report.paint_ms.toFixed(0)} ms.`);
console.log(`The same pictures in both files: ours ${mb(statSync(out + "/bantin.pdf").size)} MB, Typst's ${mb(statSync(out + "/typst-same.pdf").size)} MB.`);
