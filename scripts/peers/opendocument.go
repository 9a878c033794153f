package main

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// openDocument is the issue for LibreOffice: a flat OpenDocument text whose
// photos stand beside it.
func openDocument(all []story) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="serif" svg:font-family="'Source Serif 4'"/>
<style:font-face style:name="sans" svg:font-family="'Be Vietnam Pro'"/>
</office:font-face-decls>
<office:automatic-styles>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="17mm" fo:margin-bottom="18mm" fo:margin-left="16mm" fo:margin-right="16mm"><style:columns fo:column-count="2" fo:column-gap="6mm"/></style:page-layout-properties></style:page-layout>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="3mm" fo:line-height="13pt"/><style:text-properties style:font-name="serif" fo:font-size="9.5pt" fo:language="vi" fo:country="VN"/></style:style>
<style:style style:name="S" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:line-height="13pt"/><style:text-properties style:font-name="serif" fo:font-size="9.5pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:keep-with-next="always"/><style:text-properties style:font-name="serif" fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:text-properties style:font-name="sans" fo:font-size="8pt"/></style:style>
<style:style style:name="G" style:family="graphic"><style:graphic-properties style:wrap="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles>
<office:body><office:text>
`)
	for _, s := range all {
		paragraph(&b, "H", s.headline)
		paragraph(&b, "S", s.standfirst)
		fmt.Fprintf(&b, `<text:p text:style-name="C"><draw:frame draw:style-name="G" text:anchor-type="as-char" svg:width="86mm" svg:height="57.3mm"><draw:image xlink:href="%s" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>`+"\n", s.photo)
		paragraph(&b, "C", s.caption)
		for _, p := range s.paragraphs {
			paragraph(&b, "P", p)
		}
	}
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String()
}

func paragraph(b *strings.Builder, style, text string) {
	fmt.Fprintf(b, `<text:p text:style-name="%s">`, style)
	_ = xml.EscapeText(b, []byte(text)) // into memory, where nothing can fail
	b.WriteString("</text:p>\n")
}
