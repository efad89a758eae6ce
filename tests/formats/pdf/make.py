#!/usr/bin/env python3
"""Writes the small PDFs of this folder, each for one thing that a reader of PDFs has to get right.

Run it here: `python3 make.py`. It takes no library, and writes the same bytes each time.
"""

from pathlib import Path

HERE = Path(__file__).parent
A4 = (595, 842)

# Widths of Helvetica in thousandths, from the blank to the tilde, as its metrics give them.
WIDTHS = [int(width) for width in """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584
584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667
611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500
722 500 500 500 334 260 334 584""".split()]


def width(text, size):
    """The width of a text in Helvetica."""
    return sum(WIDTHS[ord(c) - 32] if 32 <= ord(c) < 127 else 556 for c in text) * size / 1000


def escape(text):
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def show(x, y, text, size=11, font="F1"):
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font.encode(), size, x, y, escape(text))


def wrap(text, room, size):
    """Lines of a text; a word with soft hyphens is divided where it has to be."""
    lines, line = [], ""
    for word in text.split():
        bare = word.replace("\u00ad", "")
        if width((line + " " + bare).strip(), size) <= room:
            line = (line + " " + bare).strip()
            continue
        parts = word.split("\u00ad")
        for at in range(len(parts) - 1, 0, -1):
            head = "".join(parts[:at]) + "-"
            if width((line + " " + head).strip(), size) <= room:
                lines.append((line + " " + head).strip())
                line = "".join(parts[at:])
                break
        else:
            lines.append(line)
            line = bare
    return lines + [line]


def paragraph(x, y, text, room=451, size=11, indent=0, leading=1.3):
    """The lines of a paragraph, and where the next one goes."""
    out = b""
    for at, line in enumerate(wrap(text, room - indent, size)):
        out += show(x + (indent if at == 0 else 0), y, line, size)
        y -= leading * size
    return out, y


class File:
    """A PDF in the making."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, more=""):
        return self.add(b"<< /Length %d %s >>\nstream\n" % (len(data), more.encode()) + data + b"\nendstream")

    def bytes(self, root, info=None, more=""):
        out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        named = f"/Info {info} 0 R " if info else ""
        out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {named}{more}>>\n".encode()
        return out + b"startxref\n%d\n%%%%EOF\n" % table


def document(contents, info=None, catalog="", fonts=None, resources="", page=""):
    """A PDF with these contents of pages."""
    file = File()
    fonts = fonts or {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier"}
    names = []
    for name, base in fonts.items():
        encoding = "/Encoding /WinAnsiEncoding"
        number = file.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} {encoding} >>")
        names.append(f"/{name} {number} 0 R")
    kids = []
    tree = len(file.objects) + 2 * len(contents) + 1
    for content in contents:
        stream = file.stream(content)
        kids.append(file.add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] {page}"
            f"/Resources << /Font << {' '.join(names)} >> {resources} >> /Contents {stream} 0 R >>"))
    assert file.add(
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>") == tree
    root = file.add(f"<< /Type /Catalog /Pages {tree} 0 R {catalog} >>")
    known = file.add(info) if info else None
    return file.bytes(root, known)


MILL = (
    "The mill at Norby stood idle for eleven years be\u00adfore the county bought it. It had ground rye for the "
    "villages along the river since the days of the old bridge, and its accounts, which the archive has kept, "
    "name every family that brought its har\u00advest there. The last miller, a man of few words, wrote in the "
    "margin of the final page that the wheel had stopped by itself.")
SCHOOL = (
    "What the council wants to do with the building is not yet known. A well-known architect has drawn a school, "
    "a library and a hall for con\u00adcerts, and the minutes of the meeting in May say that all three were found "
    "too dear. The people of Norby, asked at the market, would rather have their mill than a hall.")
RIVER = (
    "The river itself has changed its bed twice. In the year of the flood it took the lower meadow and gave the "
    "upper one back, so that the boun\u00addary of two parishes now runs through dry land. Surveyors from the "
    "capital came, measured for a week, and left a report that nobody has been able to find since.")


def report():
    """A report of three pages: heads and numbers on each, a paragraph across a page, headings, a list."""
    def furniture(number):
        return show(72, 800, "Norby County Report", 9) + show(290, 40, f"- {number} -", 9)

    first = furniture(1) + show(72, 740, "The Mill at Norby", 20, "F2")
    text, y = paragraph(72, 705, MILL)
    first += text + show(72, y - 12, "What becomes of it", 14, "F2")
    text, y = paragraph(72, y - 36, SCHOOL)
    first += text
    for item in ["a school for the upper village", "a library, with the archive in its cellar", "a hall for concerts"]:
        first += show(80, y - 8, "\u2022", 11) + show(92, y - 8, item)
        y -= 15
    # This one goes on behind the page.
    lines = wrap(RIVER, 451, 11)
    y = 90
    for line in lines[:2]:
        first += show(72, y, line)
        y -= 14.3
    second, y = furniture(2), 760
    for line in lines[2:]:
        second += show(72, y, line)
        y -= 14.3
    text, y = paragraph(72, y, MILL, indent=18)
    second += text
    text, y = paragraph(72, y, SCHOOL, indent=18)
    second += text
    third = furniture(3) + paragraph(72, 760, RIVER)[0]
    info = ("<< /Title (The Mill at Norby) /Author (Ann Lee) /CreationDate (D:20200914214300+03'00') "
            "/Producer (make.py) >>")
    labels = "/Lang (en-GB) /PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >>"
    return document([first, second, third], info, labels)


def columns():
    """A paper: a title and names across the page, then two columns, drawn one after the other."""
    page = show(150, 780, "On the Idle Mills of Norby", 18, "F2") + show(230, 755, "Ann Lee and Bo Kim", 11)
    y = 715
    for text in [MILL, SCHOOL, RIVER]:
        part, y = paragraph(60, y, text, room=225, size=10, indent=12, leading=1.2)
        page += part
    y = 715
    for text in [RIVER, MILL, SCHOOL]:
        part, y = paragraph(310, y, text, room=225, size=10, indent=12, leading=1.2)
        page += part
    return document([page])


def table():
    """A table, drawn row by row, between two paragraphs."""
    page, y = paragraph(72, 760, MILL)
    y -= 20
    rows = [("Year", "Rye", "Wheat", "Families"), ("1901", "120", "44", "31"), ("1902", "131", "40", "33"),
            ("1903", "98", "51", "30"), ("1904", "77", "49", "28"), ("1905", "12", "3", "9")]
    for at, row in enumerate(rows):
        for cell, x in zip(row, (72, 170, 270, 370)):
            page += show(x, y, cell, 11, "F2" if at == 0 else "F1")
        y -= 16
    page += paragraph(72, y - 16, SCHOOL)[0]
    return document([page])


def letter():
    """A letter: addresses, a date, a salutation, short lines that stay lines."""
    page = b""
    for y, line in [(780, "Ann Lee"), (766, "12 Mill Lane"), (752, "Norby"), (700, "14 September 2020"),
                    (660, "Dear Mr Kim,")]:
        page += show(72, y, line)
    text, y = paragraph(72, 630, SCHOOL)
    page += text
    text, y = paragraph(72, y - 12, RIVER)
    page += text
    page += show(72, y - 12, "Yours sincerely,") + show(72, y - 52, "Ann Lee")
    return document([page], "<< /Title (Microsoft Word - letter.doc) >>")


def signs():
    """Ligatures, letter pairs moved by kerning, marks of notes, a word drawn twice, an accent, text to read."""
    page = b"BT /F1 12 Tf 1 0 0 1 72 760 Tm [(T) 70 (o) -278 (W) 50 (arsaw) -278 (and) -278 (back)] TJ ET\n"
    page += b"BT /F1 12 Tf 1 0 0 1 72 740 Tm (The report) Tj 7 0 0 7 128 744 Tm /F1 1 Tf (12) Tj "
    page += b"12 0 0 12 141 740 Tm (says so.) Tj ET\n"
    page += show(72, 720, "Shadow", 12) + show(72.3, 719.8, "Shadow", 12)
    page += b"BT /F4 12 Tf 1 0 0 1 72 700 Tm (\x01nal o\x02er) Tj ET\n"
    page += b"/Span << /ActualText (well) >> BDC BT /F1 12 Tf 1 0 0 1 72 680 Tm (we11) Tj ET EMC\n"
    page += b"q 1 0 0 1 0 -20 cm BT /F1 12 Tf 1 0 0 1 72 680 Tm (Caf\xe9 \x84Zum Anker\x93) Tj ET Q\n"
    page += b"BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Printed at Norby) Tj ET\n"
    data = document([page])
    differences = b"<< /Type /Encoding /Differences [1 /fi /ff] >>"
    font = b"/F4 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding " + differences + b" >> /F3"
    return repaired(data.replace(b"/F3", font, 1))


def repaired(data):
    """The same with a table of places that is true again."""
    body = data[: data.rindex(b"xref\n0")]
    trailer = data[data.rindex(b"trailer"): data.rindex(b"startxref")]
    places, at, number = [], 0, 1
    while (at := body.find(b"\n%d 0 obj\n" % number)) >= 0:
        places.append(at + 1)
        number += 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % number + b"".join(b"%010d 00000 n \n" % at for at in places)
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def picture():
    """A page that holds a picture and no text."""
    file = File()
    image = file.stream(b"\x00\xff\x00\xff", "/Type /XObject /Subtype /Image /Width 2 /Height 2 "
                        "/ColorSpace /DeviceGray /BitsPerComponent 8")
    content = file.stream(b"q 500 0 0 700 40 60 cm /Im Do Q")
    page = file.add(f"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] "
                    f"/Resources << /XObject << /Im {image} 0 R >> >> /Contents {content} 0 R >>")
    tree = file.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return file.bytes(file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def cycle():
    """A page tree that holds itself, and a form that draws itself."""
    file = File()
    font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    form = len(file.objects) + 1
    file.stream(show(72, 700, "Again and again") + b"/Fm Do /Fm Do",
                f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                f"/Resources << /Font << /F1 {font} 0 R >> /XObject << /Fm {form} 0 R >> >>")
    content = file.stream(b"/Fm Do")
    page = file.add(f"<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] "
                    f"/Resources << /XObject << /Fm {form} 0 R >> >> /Contents {content} 0 R >>")
    tree = file.add(f"<< /Type /Pages /Count 3 /Kids [5 0 R {page} 0 R 5 0 R] /Parent 5 0 R >>")
    return file.bytes(file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def filled():
    """A form that was filled in: fields and notes with a look of their own, one that can't be seen, and one without a look."""
    file = File()
    font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")

    def note(kind, place, words, more="", ticked=False):
        look = file.stream(show(2, 4, words),
                           f"/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 {font} 0 R >> >>")
        look = f"<< /Yes {look} 0 R >> >> /AS /Yes" if ticked else f"{look} 0 R >>"
        left, base = place
        return file.add(f"<< /Type /Annot /Subtype /{kind} /Rect [{left} {base} {left + 200} {base + 20}] {more} "
                        f"/AP << /N {look} >>")

    notes = [
        note("Widget", (200, 696), "Ivan Petrov", "/FT /Tx /T (name) /V (Ivan Petrov)"),
        note("Widget", (200, 666), "Ticked", "/FT /Btn /T (box)", ticked=True),
        note("Widget", (200, 636), "Nobody sees this", "/F 2"),
        note("FreeText", (72, 600), "A note on the page itself", "/Contents (A note on the page itself)"),
        file.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (bare) /V (No look) /Rect [72 500 272 520] >>"),
    ]
    content = file.stream(show(72, 700, "Name of the applicant:") + show(72, 670, "Of the county of Norby:"))
    tree = len(file.objects) + 2
    page = file.add(f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 {font} 0 R >> >> "
                    f"/Contents {content} 0 R /Annots [{' '.join(f'{note} 0 R' for note in notes)}] >>")
    file.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return file.bytes(file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def locked():
    """A file that wants a password: the keys in it belong to none that is known."""
    data = document([show(72, 760, "Nobody reads this.")])
    keys = f"<{'5a' * 32}>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O {keys} /U {keys} >> /ID [<00><00>] >>\nstartxref"
    return data.replace(b">>\nstartxref", lock.encode())


def large():
    """A font whose list of widths asks for a place for each of four thousand million codes."""
    file = File()
    below = file.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo "
                     "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 4294967295 500] >>")
    font = file.add(f"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H "
                    f"/DescendantFonts [{below} 0 R] >>")
    content = file.stream(b"BT /F1 12 Tf 72 700 Td <00480069> Tj ET")
    page = file.add(f"<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] "
                    f"/Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R >>")
    tree = file.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return file.bytes(file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def forms():
    """Pages with forms that draw the next one ten times each, and the last one ten thousand million times."""
    file = File()
    levels = 10
    for level in range(levels):
        content = b"/Fm Do " * 10 if level + 1 < levels else b"0 0 m " * 50
        following = f"/Resources << /XObject << /Fm {level + 2} 0 R >> >>" if level + 1 < levels else ""
        file.stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {following}")
    content = file.stream(b"/Fm Do")
    pages = 120
    tree = len(file.objects) + pages + 1
    kids = [file.add(f"<< /Type /Page /Parent {tree} 0 R /Contents {content} 0 R >>") for _ in range(pages)]
    file.add(f"<< /Type /Pages /Count {pages} /MediaBox [0 0 595 842] /Resources << /XObject << /Fm 1 0 R >> >> "
             f"/Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    return file.bytes(file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


def main():
    files = {f.__name__: f() for f in (report, columns, table, letter, signs, picture, cycle, filled, locked)}
    whole = files["report"]
    files["broken-xref"] = whole.replace(b"startxref\n", b"startxref\n9")
    files["truncated"] = whole[: len(whole) * 2 // 3]
    files["junk-before"] = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + files["letter"]
    for name, data in files.items():
        (HERE / f"{name}.pdf").write_bytes(data)
    # Not to be read but with limits.
    (HERE.parent / "hostile").mkdir(exist_ok=True)
    (HERE.parent / "hostile" / "widths.pdf").write_bytes(large())
    (HERE.parent / "hostile" / "forms.pdf").write_bytes(forms())


if __name__ == "__main__":
    main()
