# The same job in the shortest natural way with openpyxl, for the bench to compare with. Checks nothing.
# python3 merge_openpyxl.py OUT FILE...

import re
import sys

from openpyxl import Workbook, load_workbook

ANNEXES = ["PL1", "PL2", "PL3", "PL4", "PL5", "PL6"]
CODE = re.compile(r"^[A-Z]\.\d+$")


def coded_rows(sheet, column):
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], str) and CODE.match(row[0]):
            yield row[0], row[column]


def main(out, files):
    codes, by_unit, narratives = {}, [], []
    stacks = {name: [] for name in ANNEXES}
    for file in files:
        book = load_workbook(file, data_only=True)
        unit = book["_meta"]["B3"].value
        values = dict(coded_rows(book["ChiTieu"], 3))
        codes.update(dict.fromkeys(values))
        by_unit.append((unit, values))
        for name, rows in stacks.items():
            for row in book[name].iter_rows(min_row=8, min_col=2, values_only=True):
                if any(value is not None for value in row):
                    rows.append((unit, *row))
        narratives.append((unit, *(text for _, text in coded_rows(book["ThuyetMinh"], 2))))

    master = Workbook()
    totals = master.active
    totals.title = "TongHop"
    for code in codes:
        numbers = [v[code] for _, v in by_unit if isinstance(v.get(code), (int, float))]
        totals.append((code, sum(numbers), len(numbers)))
    units = master.create_sheet("TheoDonVi")
    units.append(("Đơn vị", *codes))
    for unit, values in by_unit:
        units.append((unit, *(values.get(code) for code in codes)))
    for name, rows in {**stacks, "ThuyetMinh": narratives}.items():
        sheet = master.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = master.create_sheet("DuLieu")
    for unit, values in by_unit:
        for code, value in values.items():
            data.append((unit, code, value))
    master.save(out)


main(sys.argv[1], sys.argv[2:])
