#!/usr/bin/env python3
"""Reads bundles of format 1, merges them, and prints payload.records, one record a line.

    merge-bundles.py FILE [FILE ...]      exit code 1 and the rule on standard error for a file that is refused

It follows docs/bundle-format.md, with nothing but Python's own library, to show that the page is enough. It does not
look at signatures, opens no sealed files, and believes every context; a program for daily use must not.
"""
import json
import re
import sys
import unicodedata

LIMIT, DEPTH, TEXT, MEMBERS, INTEGER = 268_435_456, 32, 1_048_576, 1000, 2**53 - 1
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
REPLICA = re.compile(r"[A-Z0-9]{12}")
CLOCK = re.compile(r"[0-9a-f]{13}")
KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OWN = ("id", "kind", "schema", "office", "data", "_w", "_m", "_c", "_alt")


class Refused(Exception):
    pass


def demand(true, rule):
    if not true:
        raise Refused(rule)


# --- reading the document -----------------------------------------------------------------------------------------------


def pairs(members):
    demand(len({name for name, _ in members}) == len(members), "a name twice in one object")
    return dict(members)


def integer(text):
    demand(abs(int(text)) <= INTEGER, "number too large")
    return int(text)


def no_number(text):
    raise Refused("number that is no integer: " + text)


def bounds(value, depth=1):
    if isinstance(value, str):
        demand(not FORBIDDEN.search(value), "forbidden character")
        demand(len(value.encode()) <= TEXT, "text too long")
    elif isinstance(value, (dict, list)):
        demand(depth <= DEPTH, "too deep")
        for part in value:
            bounds(part, depth + 1)
        for part in value.values() if isinstance(value, dict) else ():
            bounds(part, depth + 1)


def read(path):
    with open(path, "rb") as f:
        raw = f.read(LIMIT + 1)
    demand(len(raw) <= LIMIT, "too large")
    try:
        doc = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=pairs, parse_int=integer, parse_float=no_number, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Refused("not JSON in UTF-8: %s" % error) from error
    bounds(doc)
    demand(isinstance(doc, dict) and doc.get("format") == "nhipcau-bundle/1", "not a bundle of format 1")
    demand(len(doc) <= MEMBERS and isinstance(doc.get("payload"), dict) and len(doc["payload"]) <= MEMBERS, "payload, or too many members")
    level = [int(part) for part in doc.get("min_app", "1.0").split(".")]
    demand((level + [0, 0])[:2] <= [1, 0] and not any(level[2:]), "please update")
    records = [unpack(packed) for packed in doc["payload"]["records"]]
    demand(len({r["id"] for r in records}) == len(records), "an id twice")
    stamps = {}
    for r in records:
        for field in r["fields"].values():
            for stamp, _ in field["values"]:
                demand(stamps.setdefault(stamp[1], stamp) == stamp, "one dot for two writes")
    return records


# --- records ------------------------------------------------------------------------------------------------------------


def nfc(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [nfc(part) for part in value]
    if isinstance(value, dict):
        return pairs([(nfc(name), nfc(part)) for name, part in value.items()])
    return value


def jcs(value):
    """The RFC 8785 form: for integers and text Python's own escaping is the same; only names need sorting."""

    def ordered(v):
        if isinstance(v, dict):
            return {name: ordered(v[name]) for name in sorted(v, key=lambda name: name.encode("utf-16-be"))}
        return [ordered(part) for part in v] if isinstance(v, list) else v

    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":"))


def canonical(value):
    return jcs(nfc(value))


def stamp_of(write):
    demand(isinstance(write, list) and len(write) == 3 and all(isinstance(part, str) for part in write), "_w")
    dot, clock, author = write
    replica, _, number = dot.partition(":")
    demand(REPLICA.fullmatch(replica) and re.fullmatch("[1-9][0-9]*", number) and int(number) <= INTEGER, "dot")
    demand(CLOCK.fullmatch(clock), "clock")
    return (clock, (replica, int(number)), nfc(author))  # in the order in which stamps are compared


def context_of(value):
    demand(isinstance(value, dict) and value, "context")
    for replica, n in value.items():
        demand(REPLICA.fullmatch(replica) and type(n) is int and n >= 1, "context")
    return dict(value)


def unpack(packed):
    demand(isinstance(packed, dict) and all(name in packed for name in OWN[:6]), "a member of a record is missing")
    demand(UUID.fullmatch(packed["id"]) and UUID.fullmatch(packed["office"]) and KIND.fullmatch(packed["kind"]), "id, office or kind")
    demand(type(packed["schema"]) is int and packed["schema"] >= 0, "schema")
    writes = [stamp_of(write) for write in packed["_w"]]

    def write(n):
        demand(type(n) is int and 0 <= n < len(writes), "index of a write")
        return writes[n]

    marks, contexts, others = packed.get("_m", {}), packed.get("_c", {}), packed.get("_alt", {})
    demand(not (marks.keys() | contexts.keys() | others.keys()) - packed["data"].keys(), "field without a value")
    fields = {}
    for name, value in packed["data"].items():
        demand(name, "name of a field")
        values = [(write(marks.get(name, 0)), canonical(value))]
        for other in others.get(name, []):
            demand(other.keys() == {"w", "x"}, "_alt")
            values.append((write(other["w"]), canonical(other["x"])))
        demand(name not in others or len(values) > 1, "_alt")
        demand(len({stamp[1] for stamp, _ in values}) == len(set(values)), "one dot with two contents")
        fields[name] = settle(values, context_of(contexts[name]) if name in contexts else {})
    return {
        "id": packed["id"], "kind": packed["kind"], "schema": packed["schema"], "office": packed["office"], "fields": fields,
        "unknown": {name: canonical(value) for name, value in packed.items() if name not in OWN},
    }


def settle(values, context):
    """Values in their order, each once; the context covers them."""
    ordered = sorted(set(values), key=lambda value: value[1].encode())
    ordered.sort(key=lambda value: (value[0][0], value[0][1], value[0][2].encode()), reverse=True)
    for stamp, _ in ordered:
        replica, n = stamp[1]
        context[replica] = max(context.get(replica, 0), n)
    return {"values": ordered, "context": context}


# --- merging ------------------------------------------------------------------------------------------------------------


def merge_field(a, b):
    def kept(mine, theirs):
        dots = {stamp[1] for stamp, _ in theirs["values"]}
        return [v for v in mine["values"] if v[0][1] in dots or theirs["context"].get(v[0][1][0], 0) < v[0][1][1]]

    context = {r: max(a["context"].get(r, 0), b["context"].get(r, 0)) for r in a["context"].keys() | b["context"].keys()}
    return settle(kept(a, b) + kept(b, a), context)


def merge(a, b):
    demand(a["kind"] == b["kind"], "two kinds for one id")
    fields = dict(a["fields"])
    for name, field in b["fields"].items():
        fields[name] = merge_field(fields[name], field) if name in fields else field
    unknown = dict(a["unknown"])
    for name, text in b["unknown"].items():
        unknown[name] = max(unknown.get(name, ""), text, key=str.encode)
    return {
        "id": a["id"], "kind": a["kind"], "schema": max(a["schema"], b["schema"]), "office": min(a["office"], b["office"]),
        "fields": fields, "unknown": unknown,
    }


# --- writing ------------------------------------------------------------------------------------------------------------


def packed_object(members):
    return "{" + ",".join(jcs(name) + ":" + text for name, text in members) + "}"


def pack(r):
    fields = sorted(r["fields"].items(), key=lambda item: item[0].encode())
    stamps = {stamp for _, field in fields for stamp, _ in field["values"]}
    writes = sorted(stamps, key=lambda stamp: (stamp[0], stamp[1], stamp[2].encode()))
    index = {stamp: i for i, stamp in enumerate(writes)}
    data, marks, contexts, others = [], [], [], []
    for name, field in fields:
        values, context = field["values"], field["context"]
        if values:
            data.append((name, values[0][1]))
            if index[values[0][0]]:
                marks.append((name, str(index[values[0][0]])))
        if len(values) != 1 or context != dict([values[0][0][1]]):
            contexts.append((name, packed_object((replica, str(context[replica])) for replica in sorted(context))))
        if len(values) > 1:
            others.append((name, "[" + ",".join('{"w":%d,"x":%s}' % (index[stamp], text) for stamp, text in values[1:]) + "]"))
    members = [("id", jcs(r["id"])), ("kind", jcs(r["kind"])), ("schema", str(r["schema"])), ("office", jcs(r["office"]))]
    members.append(("data", packed_object(data)))
    members.append(("_w", jcs([["%s:%d" % dot, clock, author] for clock, dot, author in writes])))
    members += [(name, packed_object(of)) for name, of in (("_m", marks), ("_c", contexts), ("_alt", others)) if of]
    members += sorted(r["unknown"].items(), key=lambda item: item[0].encode())
    return packed_object(members)


def merged(paths):
    all_records = {}
    for path in paths:
        for r in read(path):
            all_records[r["id"]] = merge(all_records[r["id"]], r) if r["id"] in all_records else r
    lines = [pack(all_records[id]) for id in sorted(all_records)]
    return "[" + ",".join("\n" + line for line in lines) + "]\n"


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(merged(sys.argv[1:]).encode())
    except Refused as refusal:
        sys.exit("refused: %s" % refusal)
