"""Reads every file as pdfplumber does, words and tables of all pages, and prints the best
milliseconds of each, or why it could not: `python3 with_pdfplumber.py RUNS FILE…`"""
import sys
import time

import pdfplumber


def read(path):
    begun = time.perf_counter()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
    return 1000 * (time.perf_counter() - begun)


for path in sys.argv[2:]:
    try:
        print(min(read(path) for _ in range(int(sys.argv[1]))), flush=True)
    except Exception as failure:
        print(repr(failure), flush=True)
