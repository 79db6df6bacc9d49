#!/usr/bin/env python3
"""Holds rule files, samples and the schemas themselves against what `marsad schema` prints.

Usage: Tests/schema.py path/to/marsad
"""

import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


class CoreReader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads plain scalars as the core schema of YAML 1.2 does, as yaml-language-server; keys stay texts."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value if isinstance(key, yaml.ScalarNode) else None for key, _ in node.value]
        if None in keys or len(set(keys)) < len(keys):
            raise yaml.YAMLError("a key is no scalar, or stands twice")
        return {key: self.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value)}

    # The base class would make pairs of values out of generators; we build at once.
    def construct_yaml_map(self, node):
        return self.construct_mapping(node)


class OldReader(CoreReader):
    """Reads plain scalars as YAML 1.1 does: `NO` is false, `on` is true."""


def resolve(reader, table):
    reader.yaml_implicit_resolvers = {}
    for tag, pattern, first in table:
        reader.add_implicit_resolver("tag:yaml.org,2002:" + tag, yaml.resolver.re.compile(pattern), list(first))
    reader.add_constructor("tag:yaml.org,2002:map", reader.construct_yaml_map)


INT, FLOAT = r"^[-+]?[0-9]+$", r"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?$"
resolve(CoreReader, [
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"), ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("float", FLOAT, "-+0123456789."), ("int", INT, "-+0123456789"),
])
resolve(OldReader, [
    ("bool", r"^(true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$", "tTfFyYnNoO"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]), ("float", FLOAT, "-+0123456789."), ("int", INT, "-+0123456789"),
])
CoreReader.add_constructor("tag:yaml.org,2002:int", lambda reader, node: int(node.value))


# The program must read what the schema takes, and no other.
ARTICLES = [
    {"id": "a1", "url": "https://example.org", "title": "t", "body": "b", "lang": "ar", "published": "2024-02-19T08:00:00Z", "source": "s"},
    {"title": "t", "extra": {"a": [1, 2]}, "published": "2024-02-19", "source": None}, {"id": 17, "body": "b", "published": ""},
    {"url": "https://example.org"}, {"title": 1}, {"body": ["b"]}, {"body": "b", "published": "yesterday"}, {"body": "b", "lang": 3},
    {"body": "b", "id": {}},
]


def schema_of(marsad, *arguments):
    printed = subprocess.run([marsad, "schema", *arguments], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    schema = json.loads(printed)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def complaints(validator, value):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:160]}" for error in validator.iter_errors(value)]


def examples(validator):
    """Every `examples` and `default` beside a property is a value that the property takes."""
    failures = []

    def walk(node, path):
        if isinstance(node, dict):
            for value in node.get("examples", []) + ([node["default"]] if "default" in node else []):
                one = validator.evolve(schema={**{k: v for k, v in node.items()}, "$defs": validator.schema.get("$defs", {})})
                failures.extend(f"{path}: {problem}" for problem in complaints(one, value))
            for key, value in node.items():
                if key not in ("examples", "default", "enum"):
                    walk(value, f"{path}/{key}")
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, f"{path}/{index}")

    walk(validator.schema, "")
    return failures


def main(marsad):
    failures = []
    plain, known = schema_of(marsad, "rule"), schema_of(marsad, "rule", "--rules", "Rules")
    failures += examples(plain)

    files = sorted(ROOT.glob("Rules/**/*.yaml")) + sorted(ROOT.glob("Samples/**/*.yaml")) + sorted(ROOT.glob("Tests/RulesTests/SmallCore/*.yaml"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        for reader in (CoreReader, OldReader):
            value = yaml.load(text, reader)
            # The ids that editors complete by are there for rules; the core's own files, which are many, say the same with and without.
            for validator in (plain,) if "core" in path.parts or reader is OldReader else (plain, known):
                failures += [f"{path.relative_to(ROOT)} ({reader.__name__}) {problem}" for problem in complaints(validator, value)[:5]]
    print(f"{len(files)} rule files fit the schema" if not failures else "some rule files do not fit the schema")

    caught, missed = 0, []
    for path in sorted(ROOT.glob("Tests/RulesTests/Malformed/*.yaml")):
        try:
            if complaints(plain, yaml.load(path.read_bytes(), CoreReader)):
                caught += 1
            else:
                missed.append(path.stem)
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
            caught += 1
    print(f"{caught} malformed files of {caught + len(missed)} are refused by YAML or the schema; left to `marsad check`:")
    print("  " + " ".join(missed))

    alert, article = schema_of(marsad, "alert"), schema_of(marsad, "article")
    alerts = [json.loads(line) for line in (ROOT / "Samples/alerts/alerts.jsonl").read_text(encoding="utf-8").splitlines()]
    for number, value in enumerate(alerts, 1):
        failures += [f"alert {number} {problem}" for problem in complaints(alert, value)]
    taken = [not complaints(article, record) for record in ARTICLES]
    for is_taken in (True, False):
        records = [record for record, is_one in zip(ARTICLES, taken) if is_one == is_taken]
        lines = "\n".join(json.dumps(record) for record in records)
        said = subprocess.run(
            [marsad, "match", "-", "--rules", "Rules/sanctions"], input=lines, capture_output=True, text=True, cwd=ROOT).stderr
        refused = sum(line.startswith("marsad: ") for line in said.splitlines())
        if not records or refused != (0 if is_taken else len(records)):
            failures.append(f"of {len(records)} articles that the schema {'takes' if is_taken else 'refuses'}, {refused} are not read:\n{said}")
    if not complaints(alert, {**alerts[0], "extra": 1}) or not complaints(alert, {**alerts[0], "raised": "yesterday"}):
        failures.append("the schema of alerts refuses nothing")
    print(f"{len(alerts)} alerts and {len(ARTICLES)} articles were held against theirs")

    for failure in failures:
        print("FAIL " + failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
