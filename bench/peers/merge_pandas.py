# The same job in the shortest natural way with pandas, for the bench to compare with. Checks nothing.
# python3 merge_pandas.py OUT FILE...

import sys

import pandas as pd

ANNEXES = ["PL1", "PL2", "PL3", "PL4", "PL5", "PL6"]


def coded_rows(frame, column):
    rows = frame[frame[0].astype(str).str.match(r"^[A-Z]\.\d+$")]
    return rows.set_index(0)[column]


def main(out, files):
    by_unit, narratives = {}, {}
    stacks = {name: [] for name in ANNEXES}
    for file in files:
        sheets = pd.read_excel(file, sheet_name=None, header=None)
        unit = sheets["_meta"].iat[2, 1]
        by_unit[unit] = coded_rows(sheets["ChiTieu"], 3)
        narratives[unit] = coded_rows(sheets["ThuyetMinh"], 2)
        for name, frames in stacks.items():
            rows = sheets[name].iloc[7:, 1:].dropna(how="all")
            frames.append(rows.assign(unit=unit))

    units = pd.DataFrame(by_unit).T
    numbers = units.apply(pd.to_numeric, errors="coerce")
    with pd.ExcelWriter(out) as writer:
        pd.DataFrame({"sum": numbers.sum(), "count": numbers.count()}).to_excel(writer, sheet_name="TongHop")
        units.to_excel(writer, sheet_name="TheoDonVi")
        for name, frames in stacks.items():
            pd.concat(frames).to_excel(writer, sheet_name=name, index=False)
        pd.DataFrame(narratives).T.to_excel(writer, sheet_name="ThuyetMinh")
        units.stack().to_excel(writer, sheet_name="DuLieu")


main(sys.argv[1], sys.argv[2:])
