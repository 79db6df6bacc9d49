#!/usr/bin/env bash
# Runs each command as a person would, and looks at its exit code and its first lines. Prints what failed.
#   Tests/commands.sh PROGRAM
set -uo pipefail
program=$(realpath "${1:?which program?}")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect CODE PATTERN COMMAND…: the exit code, and a text that standard output or error must have ('' for none).
expect() {
    local code=$1 pattern=$2 found
    shift 2
    "$program" "$@" >"$work/out" 2>&1 </dev/null
    found=$?
    if [ "$found" != "$code" ] || { [ -n "$pattern" ] && ! grep -qF -- "$pattern" "$work/out"; }; then
        echo "marsad $*: ended with $found, wanted $code and \`$pattern\`:"
        head -5 "$work/out" | sed 's/^/    /'
        failures=$((failures + 1))
    fi
}

article=Samples/articles/en/1-minister-visit.txt
cat >"$work/one.yaml" <<'YAML'
schema: 1
pack: mine
use: [core]
rules:
  - id: mine.outage
    title: A power cut
    match: {terms: {en: [blackout]}, country: CU}
YAML
sed 's/country: CU/country: VE/' "$work/one.yaml" >"$work/two.yaml"
sed 's/title:/titel:/; s/CU/Cuba/' "$work/one.yaml" >"$work/broken.yaml"
# A warning must not end what can go on.
sed 's/\[blackout\]/[blackout, Blackout]/' "$work/one.yaml" >"$work/doubled.yaml"
mkdir "$work/empty"

for command in match query check fmt test eval explain diff schema docs; do expect 0 USAGE "$command" --help; done
expect 2 "Usage: marsad match" match "$article" --format xml
expect 2 "Unexpected argument" nosuch

# A rule outside of the checkout finds the core: near the program, or here.
expect 0 mine.outage match "$article" --rules "$work/one.yaml"
expect 2 "No such file" match "$work/missing.txt" --rules "$work/one.yaml"
expect 2 "did you mean \`mine.outage\`" match "$article" --rules "$work/one.yaml" --rule mine.outag
expect 1 "" match "$article" --rules "$work/two.yaml" --exit-status
expect 0 "[" match "$article" --rules Rules --format json
expect 0 "→" match "$article" --rules Rules --format table
expect 2 R023 match "$article" --rules "$work/empty"

expect 0 "minister" query 'minister NEAR/5 land*' "$article"
expect 0 1 query blackout "$article" --language en --count
expect 0 "none:" query --yaml 'oil AND NOT title:sport'
expect 2 Q003 query 'a b' "$article"

expect 0 "no error" check Samples/rules --strict
expect 1 "error[R001]: unknown key" check "$work/broken.yaml"
expect 1 '{"$schema"' check "$work/broken.yaml" --format sarif
expect 1 "::error file=" check "$work/broken.yaml" --format github
expect 1 '{"code":"R001"' check "$work/broken.yaml" --format json
expect 2 "no such file" check "$work/missing"
expect 1 "" check "$work/doubled.yaml" --strict
expect 0 "fixed 1 problem" check --fix "$work/doubled.yaml"
sed 's/\[blackout\]/[blackout, Blackout]/' "$work/one.yaml" >"$work/doubled.yaml"

expect 0 "" fmt --check Samples/rules Rules/ru-latam Rules/sanctions
expect 0 "schema: 1" fmt "$work/one.yaml"
expect 2 "no rule file" fmt --check "$work/empty"
printf 'schema:   1\npack: a\n' >"$work/wide.yaml"
expect 1 wide.yaml fmt --check "$work/wide.yaml"
expect 0 formatted fmt -w "$work/wide.yaml"

expect 0 "0 failed" test Samples/rules
expect 0 "<?xml" test Samples/rules --format junit
expect 0 "TAP version 14" test Samples/rules --format tap
expect 0 '{"passed":' test Samples/rules --format json
expect 0 "total:" test Samples/rules --coverage
expect 1 "less than" test "$work/one.yaml" --min-coverage 100
expect 2 "no rule has the id" test Samples/rules --rule nosuch

expect 0 "mine.outage" explain "$article" --rule mine.outage --rules "$work/one.yaml"
expect 0 "because: country VE" explain "$article" --rule mine.outage --rules "$work/two.yaml"
expect 0 '{"rule":"mine.outage"' explain "$article" --rule mine.outage --rules "$work/one.yaml" --format json
expect 0 "Mended:" explain R004
expect 0 "R004" explain --list
expect 2 "explain --list" explain X999
expect 2 "say which rule" explain "$article"

expect 0 "0 added, 0 removed" diff "$work/one.yaml" "$work/one.yaml" Samples/articles
expect 1 "0 added, 1 removed" diff "$work/one.yaml" "$work/two.yaml" "$article"
expect 2 "unknown key" diff "$work/one.yaml" "$work/broken.yaml" "$article"

printf '%s\n' '{"id":"g1","lang":"en","text":"Blackout in Cuba.","labels":{"outage":true}}' '{"id":"g2","lang":"en","text":"Rain.","labels":{"outage":true}}' >"$work/gold.jsonl"
echo '{"id":"g3","title":"x"}' >"$work/unlabelled.jsonl"
echo 'outage 0.9' >"$work/floor"
expect 0 "0.667" eval --rules "$work/one.yaml" --gold "$work/gold.jsonl" --map outage=mine.outage
expect 1 "outage: F1 0.667 is below 0.900" eval --rules "$work/one.yaml" --gold "$work/gold.jsonl" --map outage=mine.outage --floor "$work/floor"
expect 0 "outage  missed  g2  mine.outage: terms blackout and country CU" eval --rules "$work/one.yaml" --gold "$work/gold.jsonl" --map outage=mine.outage --errors
expect 0 "no rule and no knowledge is about" eval --rules "$work/one.yaml" --gold "$work/gold.jsonl"
expect 2 "must be label=glob" eval --rules "$work/one.yaml" --gold "$work/gold.jsonl" --map "=x"
expect 2 "says where the labelled articles are" eval --rules "$work/one.yaml"
expect 2 "\`labels\` is missing" eval --rules "$work/one.yaml" --gold "$work/unlabelled.jsonl"

for what in rule alert article; do expect 0 '"$schema"' schema "$what"; done
expect 2 "invalid" schema nosuch
expect 0 "# The rule language of Marsad" docs
expect 0 "### Keys: event type" docs event-type
expect 0 "event-type" docs --list
expect 2 "did you mean \`near\`" docs nera

# A reader that goes away is no failure worth words.
for command in docs "explain --list" "match Samples/articles --rules Rules"; do
    "$program" $command 2>"$work/err" | head -1 >/dev/null
    [ -s "$work/err" ] && { echo "marsad $command | head -1: $(head -1 "$work/err")"; failures=$((failures + 1)); }
done

if [ "$failures" != 0 ]; then echo "$failures of the commands failed"; exit 1; fi
echo "all commands end as they should"
