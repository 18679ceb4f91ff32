"""Totals of a period computed from the units' own workbooks, by a program that shares nothing with ours.

    totals.py MASTER WORKBOOK...

Reads every indicator of every workbook by its defined name with openpyxl (stored results), rolls them up over the units by
rules written here by hand, and compares with column D of TongHop. Prints JSON: {"compared": n, "differences": [...]}.
"""

import json
import sys
import unicodedata

import openpyxl

RATIOS = {
    'A.06': (['A.05'], ['K.02']),
    'B.07': (['B.03', 'B.04', 'B.05'], ['B.01']),
    'B.11': (['B.09'], ['B.08']),
    'C.06': (['C.03', 'C.05'], ['C.02', 'C.04']),
    'C.11': (['C.10'], ['C.09']),
    'F.06': (['F.05'], ['K.04']),
    'G.06': (['G.05'], ['K.01']),
}
YES = {'C.01', 'G.01'}
ANSWERS = {'G.04', 'G.08'}
NONE = {'G.02', 'G.03'}


def cell(book, name):
    reference = book.defined_names[name].attr_text
    sheet, address = reference.replace("'", '').split('!')
    return book[sheet][address.replace('$', '')].value


def column(book, name):
    reference = book.defined_names[name].attr_text
    sheet, address = reference.replace("'", '').split('!')
    first, last = address.replace('$', '').split(':')
    return [row[0].value for row in book[sheet][f'{first}:{last}']]


def fold(text):
    return ' '.join(unicodedata.normalize('NFC', str(text)).lower().split())


def main(master, files):
    books = [openpyxl.load_workbook(f, data_only=True) for f in files]
    # openpyxl before 3.1 gives a list object, later a dictionary.
    defined = books[0].defined_names
    names = [d.name for d in defined.definedName] if hasattr(defined, 'definedName') else list(defined)
    codes = sorted(n[3:].replace('_', '.') for n in names if n.startswith('CT_'))
    value = lambda book, code: cell(book, 'CT_' + code.replace('.', '_'))
    total = lambda code: sum(v for v in (value(b, code) for b in books) if isinstance(v, (int, float)))
    expected = {}
    for code in codes:
        if code in NONE:
            continue
        if code in RATIOS:
            parts, wholes = RATIOS[code]
            whole = sum(total(c) for c in wholes)
            expected[code] = sum(total(c) for c in parts) / whole if whole else None
        elif code in YES:
            expected[code] = sum(1 for b in books if value(b, code) == 'Có')
        elif code in ANSWERS:
            expected[code] = sum(1 for b in books if value(b, code) is not None)
        else:
            expected[code] = total(code)
    studied, applied, classes = set(), set(), set()
    for book in books:
        for document, held, applies in zip(column(book, 'PL1_ma_vb'), column(book, 'PL1_so_hn'), column(book, 'PL1_ap_dung')):
            if isinstance(held, (int, float)) and held > 0:
                studied.add(document)
            if applies == 'Có':
                applied.add(document)
        for name, level in zip(column(book, 'PL6_ten_lop'), column(book, 'PL6_cap_to_chuc')):
            if name and level and level != 'Đơn vị':
                classes.add(fold(name))
    expected['A.03'] = len(studied)
    if 'B.01' in expected:
        expected['B.01'] = len(applied)
    expected['F.02'] = len(classes)

    found = {}
    for row in openpyxl.load_workbook(master, data_only=True)['TongHop'].iter_rows(min_col=1, max_col=4, values_only=True):
        if isinstance(row[0], str):
            found[row[0]] = row[3]
    differences = []
    for code, want in expected.items():
        have = found.get(code, 'no row')
        same = have == want or (isinstance(have, (int, float)) and isinstance(want, (int, float)) and abs(have - want) <= 1e-9 * max(1, abs(want)))
        if not same:
            differences.append([code, want, have])
    json.dump({'compared': len(expected), 'differences': differences}, sys.stdout)


main(sys.argv[1], sys.argv[2:])
