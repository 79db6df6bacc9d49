#!/bin/sh
# Posts each alert of a stream of JSON lines to a chat webhook as {"text": …}; needs jq and curl.
#
#     marsad match news.jsonl | Samples/destinations/webhook.sh
#
# The address is a secret: it is read from the file that WEBHOOK_FILE names, and never printed.
# DRY_RUN=1 prints the bodies instead of sending them.
set -eu
jq -c '{text: ("[" + .rule.level + "] " + .message + " · " + .article.title + (if .article.url then " " + .article.url else "" end))}' |
    while IFS= read -r body; do
        if [ "${DRY_RUN:-0}" = 1 ]; then
            printf '%s\n' "$body"
        else
            printf 'url = "%s"\n' "$(cat "$WEBHOOK_FILE")" |
                curl --silent --show-error --fail --retry 5 --header 'Content-Type: application/json' --data "$body" --config - >/dev/null
        fi
    done
