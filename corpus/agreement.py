#!/usr/bin/env python3
"""How far two readings of the same calls agree, kind by kind.

usage: agreement.py FIRST SECOND [--list]

FIRST and SECOND are folders of .call files; the files whose names stand in both are compared, and their words must be
the same once the labels are taken away. The unit is a turn and a kind: did this reader mark anything of this kind in
this turn? A kind that only one side can bear (GUIDE.md) is judged on that side's turns alone.

Printed for each kind: turns judged, turns marked by both, by the first only, by the second only, the observed
agreement, and Cohen's kappa: (observed − expected) / (1 − expected), with the expected agreement of two readers who
mark as often as these but independently. "all" pools the cells of all kinds. "topic" is, for the kinds that take one,
the share of jointly marked turns whose topics are the same. --list prints each disagreement with its turn.
Exit code 1 when a file's words differ or nothing can be compared.
"""
import pathlib
import sys

from check_corpus import LABEL, PROSPECT, SELLER, TOPICS, names, parse

KINDS = list(TOPICS)


def sides(head):
    """Speaker's name, full or first, to S (selling) or P (prospect)."""
    found = {}
    for field, side in (("us", "S"), ("them", "P")):
        for name in names(head.get(field, "")):
            found[name] = side
            found.setdefault(name.split()[0], side)
    return found


def read(path):
    """The turns of a file: [(speaker, side, bare words, {kind: {topics}})]."""
    head, turns, _, errors = parse(path)
    if errors:
        raise ValueError(f"{path}: {errors[0]}")
    side = sides(head)
    read_turns = []
    for _, _, who, text in turns:
        marks = {}
        for match in LABEL.finditer(text):
            kind, _, rest = match.group(1).partition(":")
            marks.setdefault(kind, set()).add(rest.partition("@")[0])
        read_turns.append((who, side[who], LABEL.sub(r"\2", text), marks))
    return read_turns


def can_bear(kind, side):
    """Whether a speaker of this side can bear the kind."""
    return not (kind in PROSPECT and side == "S" or kind in SELLER and side == "P")


def kappa(both, first, second, neither):
    """Observed agreement and Cohen's kappa of a 2×2 table; kappa is None where both readers gave one answer only."""
    total = both + first + second + neither
    observed = (both + neither) / total
    expected = ((both + first) * (both + second) + (neither + first) * (neither + second)) / total**2
    return observed, None if expected == 1 else (observed - expected) / (1 - expected)


def row(name, table, topics=None):
    both, first, second, neither = table
    observed, value = kappa(*table)
    shown = "    –" if value is None else f"{value:5.2f}"
    topic = f"  {topics[0] / topics[1]:.2f}" if topics and topics[1] else ""
    print(f"{name:18}{sum(table):6}{both:6}{first:7}{second:8}{observed:10.3f}{shown:>7}{topic}")


def main(arguments):
    folders = [pathlib.Path(a) for a in arguments if not a.startswith("--")]
    if len(folders) != 2:
        print(__doc__)
        return 1
    common = sorted({p.name for p in folders[0].glob("*.call")} & {p.name for p in folders[1].glob("*.call")})
    tables = {kind: [0, 0, 0, 0] for kind in KINDS}
    topics = {kind: [0, 0] for kind in KINDS}
    turns, differing = 0, 0
    for name in common:
        one, other = read(folders[0] / name), read(folders[1] / name)
        if [(t[0], t[2]) for t in one] != [(t[0], t[2]) for t in other]:
            print(f"{name}: the words differ")
            differing += 1
            continue
        turns += len(one)
        for number, (a, b) in enumerate(zip(one, other), 1):
            for kind in KINDS:
                if not can_bear(kind, a[1]):
                    continue
                here, there = kind in a[3], kind in b[3]
                tables[kind][0 if here and there else 1 if here else 2 if there else 3] += 1
                if here and there and TOPICS[kind]:
                    topics[kind][0] += a[3][kind] == b[3][kind]
                    topics[kind][1] += 1
                if "--list" in arguments and (here != there or here and a[3][kind] != b[3][kind]):
                    print(f"{name} turn {number} {kind}: {sorted(a[3].get(kind, []))} / {sorted(b[3].get(kind, []))} · {a[0]}: {a[2]}")
    if not turns:
        print("nothing to compare")
        return 1
    print(f"{len(common) - differing} calls, {turns} turns")
    print(f"{'kind':18}{'turns':>6}{'both':>6}{'first':>7}{'second':>8}{'observed':>10}{'kappa':>7}  topic")
    for kind in KINDS:
        row(kind, tables[kind], topics[kind])
    row("all", [sum(t[i] for t in tables.values()) for i in range(4)])
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
