"""Writes the sample archives of tests/formats/epub and tests/formats/docx, always with the same bytes."""

import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent


def archive(name, parts):
    with zipfile.ZipFile(HERE / name, "w") as out:
        for path, text in parts:
            info = zipfile.ZipInfo(path, date_time=(2020, 9, 14, 21, 43, 0))
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, text)


def chapter(title, body):
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body>{body}</body></html>'


archive(
    "epub/norby.epub",
    [
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        ),
        (
            "book/package.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>The Ferry of Norby</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Ole Berg</dc:creator>"
            "<dc:publisher>Harbour Books</dc:publisher><dc:date>2019-05</dc:date><dc:language>en</dc:language></metadata>"
            '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            '<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
        ),
        (
            "book/nav.xhtml",
            chapter(
                "Contents",
                '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li><a href="one.xhtml">The crack</a></li>'
                '<li><a href="two.xhtml">The ramp</a></li></ol></nav>',
            ),
        ),
        ("book/one.xhtml", chapter("One", "<h1>The crack</h1><p>It was found on a Thursday &amp; nobody was told.</p>")),
        ("book/two.xhtml", chapter("Two", "<p>A ramp that doesn’t close is no ramp.</p><hr/><p>So it was welded.</p>")),
    ],
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text, style=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


archive(
    "docx/minutes.docx",
    [
        (
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
        (
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        ),
        (
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Minutes of the council</dc:title>'
            "<dc:creator>Ole Berg</dc:creator><dcterms:created>2020-09-18T10:00:00Z</dcterms:created></cp:coreProperties>",
        ),
        (
            "word/document.xml",
            f"<w:document {W}><w:body>"
            + paragraph("Minutes of the council", "Title")
            + paragraph("The second boat", "Heading1")
            + paragraph("The council spoke of a second boat, as it has done every autumn.")
            + "<w:p><w:r><w:t xml:space='preserve'>It was </w:t></w:r><w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>at last </w:t></w:r></w:ins><w:r><w:t>decided.</w:t></w:r></w:p>"
            + "<w:tbl>" + row("For", "Against") + row("7", "2") + "</w:tbl>"
            + "</w:body></w:document>",
        ),
    ],
)
