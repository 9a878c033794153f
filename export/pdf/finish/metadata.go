package finish

import (
	"bytes"
	"encoding/hex"
	"encoding/xml"
	"strings"
	"text/template"

	"bantin/export/pdf/object"
)

// maker stands as creator and producer in every file.
const maker = "Bản Tin"

// info is the old form of the metadata; what it says must be what the new
// form says.
func (f *finisher) info() *object.Dict {
	date := object.String(f.book.Date.UTC().Format("D:20060102150405+00'00'"))
	d := object.NewDict("Title", text(f.book.Title))
	if f.book.Author != "" {
		d.Set("Author", text(f.book.Author))
	}
	d.Set("Creator", text(maker))
	d.Set("Producer", text(maker))
	d.Set("CreationDate", date)
	d.Set("ModDate", date)
	d.Set("Trapped", object.Name("False"))
	return d
}

// metadata is the XMP packet. It stays uncompressed, so that programs that
// know nothing of PDF find it.
func (f *finisher) metadata() *object.Stream {
	dict := object.NewDict("Type", object.Name("Metadata"), "Subtype", object.Name("XML"))
	return &object.Stream{Dict: dict, Fill: func(s *object.Stream) error {
		sum := f.out.Sum()
		var out bytes.Buffer
		err := packet.Execute(&out, map[string]any{
			"Book": f.book, "Maker": maker, "ID": uuid(sum),
			"Date": f.book.Date.UTC().Format("2006-01-02T15:04:05+00:00"),
		})
		s.Data = out.Bytes()
		return err
	}}
}

// uuid writes a hash in the form of a UUID made from a name (RFC 9562,
// version 8: the rest is ours to fill).
func uuid(sum [16]byte) string {
	sum[6] = sum[6]&0x0F | 0x80
	sum[8] = sum[8]&0x3F | 0x80
	h := hex.EncodeToString(sum[:])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}

func escape(s string) (string, error) {
	var out strings.Builder
	err := xml.EscapeText(&out, []byte(s))
	return out.String(), err
}

// packet is the XMP of ISO 16684-1 with what ISO 15930-7, 6.5.3 asks for. The
// mark after "begin=" is U+FEFF.
var packet = template.Must(template.New("XMP").Funcs(template.FuncMap{"escape": escape}).Parse(
	"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{{escape .Book.Title}}</rdf:li></rdf:Alt></dc:title>
{{- if .Book.Author}}
   <dc:creator><rdf:Seq><rdf:li>{{escape .Book.Author}}</rdf:li></rdf:Seq></dc:creator>
{{- end}}
{{- if .Book.Language}}
   <dc:language><rdf:Bag><rdf:li>{{escape .Book.Language}}</rdf:li></rdf:Bag></dc:language>
{{- end}}
   <xmp:CreatorTool>{{.Maker}}</xmp:CreatorTool>
   <xmp:CreateDate>{{.Date}}</xmp:CreateDate>
   <xmp:ModifyDate>{{.Date}}</xmp:ModifyDate>
   <xmp:MetadataDate>{{.Date}}</xmp:MetadataDate>
   <pdf:Producer>{{.Maker}}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>
{{- if .Book.Press}}
   <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
{{- end}}
   <xmpMM:DocumentID>uuid:{{.ID}}</xmpMM:DocumentID>
   <xmpMM:InstanceID>uuid:{{.ID}}</xmpMM:InstanceID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <xmpMM:VersionID>1</xmpMM:VersionID>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`))
