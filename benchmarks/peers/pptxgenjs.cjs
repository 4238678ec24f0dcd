// The deck by PptxGenJS: node pptxgenjs.cjs DECK.json OUT.pptx
const fs = require("fs");
const PptxGenJS = require("pptxgenjs");

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
for (const [title, bullets, notes] of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const slide = deck.addSlide();
  slide.addText(title, { x: 0.75, y: 0.4, w: 11.8, h: 0.9, fontSize: 32, bold: true });
  slide.addText(
    bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    { x: 0.75, y: 1.75, w: 11.8, h: 4.9, fontSize: 24 },
  );
  slide.addNotes(notes);
}
deck.writeFile({ fileName: process.argv[3] });
