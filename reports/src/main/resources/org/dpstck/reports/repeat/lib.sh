# What every script of this folder stands on: POSIX sh, curl, awk, sed; python3 where the system calls back.

set -fu
export LC_ALL=C
WORK=$(mktemp -d "${TMPDIR:-/tmp}/dps-repeat.XXXXXX") || exit 2
LISTENER=
ASIDE=
RIVALS=
CROSSED=
PLACE=
: "${TIMEOUT:=10}"
: >"$WORK/known"
: >"$WORK/seen"
: >"$WORK/arrivals"
mkdir "$WORK/in"
VERDICT=0
ANSWERED=

leave() {
    # What the listener held back is answered before it goes.
    [ -z "$LISTENER" ] || ! grep -qs '"held"' "$WORK/rules.json" || { : >"$WORK/over"; pause; pause; }
    [ -z "$LISTENER" ] || kill "$LISTENER" 2>/dev/null
    rm -rf "$WORK"
}
trap leave EXIT
trap 'exit 2' HUP INT TERM

# Text of the system, with nothing in it that a terminal obeys.
shown() {
    tr -c '\11\12\40-\176\200-\377' '?' | cut -c 1-2000
}

say() {
    printf '%s\n' "$*" | shown
}

stop() {
    say "cannot go on: $*" >&2
    exit 2
}

need() {
    command -v "$1" >/dev/null 2>&1 || stop "this script needs $1"
}

uuid() {
    if command -v uuidgen >/dev/null 2>&1; then
        uuidgen | tr 'A-F' 'a-f'
    elif [ -r /proc/sys/kernel/random/uuid ]; then
        cat /proc/sys/kernel/random/uuid
    else
        random_id
    fi
}

random_id() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n' | sed 's/^\(.\{8\}\)\(.\{4\}\)\(.\{4\}\)\(.\{4\}\)\(.*\)$/\1-\2-\3-\4-\5/'
}

# define NAME VALUE [id]: a variable, which the listener knows, too. Ids are told apart when messages are compared.
define() {
    eval "$1=\$2"
    printf '%s\t%s\t%s\n' "$1" "$2" "${3-}" >>"$WORK/known"
}

# fresh NAME [secret]: a new id, unless the environment has one.
fresh() {
    eval "value=\${$1-}"
    [ -n "$value" ] || value=$(uuid)
    if [ -n "${2-}" ]; then define "$1" "$value"; else define "$1" "$value" id; fi
}

# origin URL: scheme, host and port.
origin() {
    printf '%s' "$1" | sed 's,^\([a-zA-Z]*://[^/?#]*\).*$,\1,'
}

# encoded TEXT: percent-encoded for a path.
encoded() {
    printf '%s' "$1" | od -An -v -tx1 | tr -s ' ' '\n' | awk '
        BEGIN { for (i = 33; i < 127; i++) if (sprintf("%c", i) ~ /[A-Za-z0-9._~-]/) plain[sprintf("%02x", i)] = sprintf("%c", i) }
        $1 != "" { printf "%s", ($1 in plain) ? plain[$1] : "%" toupper($1) }'
}

# Lines "pointer, type, value" of the JSON text on standard input; one line of the type invalid if it is none.
leaves() {
    awk '
        function blank() { while (substr(text, at, 1) ~ /^[ \t\r\n]$/) at++ }
        function bad() { invalid = 1; at = length(text) + 1 }
        function string(  out, c, code) {
            at++
            while (at <= length(text)) {
                c = substr(text, at, 1)
                if (c == "\"") { at++; return out }
                if (c == "\\") {
                    c = substr(text, ++at, 1)
                    if (c == "u") {
                        code = hex(substr(text, at + 1, 4)); at += 4
                        c = code > 31 && code < 127 ? sprintf("%c", code) : "?"
                    } else if (c ~ /[bfnrt]/) c = " "
                }
                out = out (c ~ /[\t\r\n]/ ? " " : c)
                at++
            }
            bad()
            return out
        }
        function hex(digits,  i, sum) {
            for (i = 1; i <= length(digits); i++) sum = sum * 16 + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
            return sum
        }
        function key(name) { gsub(/~/, "~0", name); gsub(/\//, "~1", name); return name }
        function value(pointer,  c, i, name, rest) {
            blank()
            c = substr(text, at, 1)
            if (c == "{") {
                printf "%s\tobject\t\n", pointer
                at++; blank()
                if (substr(text, at, 1) == "}") { at++; return }
                while (!invalid) {
                    blank()
                    if (substr(text, at, 1) != "\"") { bad(); return }
                    name = string(); blank()
                    if (substr(text, at++, 1) != ":") { bad(); return }
                    value(pointer "/" key(name)); blank()
                    c = substr(text, at++, 1)
                    if (c == "}") return
                    if (c != ",") { bad(); return }
                }
            } else if (c == "[") {
                printf "%s\tarray\t\n", pointer
                at++; blank()
                if (substr(text, at, 1) == "]") { at++; return }
                for (i = 0; !invalid; i++) {
                    value(pointer "/" i); blank()
                    c = substr(text, at++, 1)
                    if (c == "]") return
                    if (c != ",") { bad(); return }
                }
            } else if (c == "\"") {
                name = string()
                printf "%s\tstring\t%s\n", pointer, name
            } else {
                rest = substr(text, at, 64)
                if (match(rest, /^(true|false|null)/)) printf "%s\tword\t%s\n", pointer, substr(rest, 1, RLENGTH)
                else if (match(rest, /^-?[0-9][0-9.eE+-]*/)) printf "%s\tnumber\t%s\n", pointer, substr(rest, 1, RLENGTH)
                else { bad(); return }
                at += RLENGTH
            }
        }
        { text = text $0 "\n" }
        END { at = 1; value(""); blank(); if (invalid || at <= length(text)) printf "\tinvalid\t\n" }'
}

# member POINTER: the text of a member of the last message.
member() {
    leaves <"$WORK/body" | awk -F '\t' -v wanted="$1" '$1 == wanted && ($2 == "string" || $2 == "number") { print $3; exit }'
}

# header NAME: the value of a header of the last message.
header() {
    tr -d '\r' <"$WORK/head" | awk -v wanted="$1" '
        { colon = index($0, ":") }
        colon && tolower(substr($0, 1, colon - 1)) == wanted { sub(/^[^:]*:[ \t]*/, ""); print; exit }'
}

# What the last message looks like, without what is different in every run.
shape() {
    {
        printf '%s\n' "$LINE"
        type=$(header content-type | tr 'A-Z' 'a-z' | tr -d ' ')
        printf 'content-type %s\n' "${type:-none}"
        target=$(header location | sed 's,^[a-zA-Z]*://[^/?#]*,,')
        [ -z "$(header location)" ] || printf 'location %s\n' "$(path "$target")"
        if [ -s "$WORK/body" ]; then
            leaves <"$WORK/body" | awk -F '\t' '
                function plain(text) {
                    gsub(/[^ ->@-~]+/, "?", text)
                    gsub(/[A-Za-z_-]*[0-9][A-Za-z0-9_-]*/, "*", text)
                    return text
                }
                function marked(text,  said, value, at, first, best) {
                    while (1) {
                        first = 0
                        for (value in mark) {
                            at = index(text, value)
                            if (at && (!first || at < first || at == first && length(value) > length(best))) { first = at; best = value }
                        }
                        if (!first) return said == "" ? "*" : said plain(text)
                        said = said plain(substr(text, 1, first - 1)) "=" mark[best]
                        text = substr(text, first + length(best))
                    }
                }
                ids {
                    if ($3 == "id" && $2 != "" && !($2 in name)) name[$2] = $1
                    if (length($2) >= 8 && !($2 in mark) && ($3 == "id" || $1 ~ /^(BASE_URL|DSP_URL|ORIGIN|CALLBACK_URL)$/)) mark[$2] = $1
                    next
                }
                {
                    text = $3
                    if ($2 == "string") {
                        if (text in name) text = "=" name[text]
                        else if ($1 !~ /([sS]tate|[tT]ype|[nN]ame|[cC]ode)$/ || text ~ /:\/\// || text !~ /^[A-Za-z_:.\/# -]*$/ || length(text) > 60) text = marked(text)
                    } else if ($2 == "number") text = "*"
                    print $1 " " $2 " " text
                }' ids=1 "$WORK/known" ids=0 - | sort
        fi
    } >"$WORK/shape"
}

# A path with ids named and everything else that changes left out.
path() {
    printf '%s\n' "$1" | sed 's/[?#].*$//' | awk -F '\t' '
        ids { if ($3 == "id" && $2 != "" && !($2 in name)) name[$2] = $1; next }
        {
            sub(/^\//, ""); n = split($0, part, "/"); out = ""
            for (i = 1; i <= n; i++) {
                if (part[i] in name) part[i] = "=" name[part[i]]
                else if (part[i] !~ /^[A-Za-z_.-]*$/) part[i] = "*"
                out = out "/" part[i]
            }
            print out
        }' ids=1 "$WORK/known" ids=0 -
}

# step TEXT: what comes next.
step() {
    say ""
    say "$1"
}

# send METHOD URL [option of curl]…: one request; what came stands in STATUS and in the work folder.
send() {
    METHOD=$1
    URL=$2
    shift 2
    : >"$WORK/head"
    : >"$WORK/body"
    if [ "$METHOD" = HEAD ]; then set -- --head "$@"; else set -- -X "$METHOD" "$@"; fi
    # shellcheck disable=SC2086
    STATUS=$(curl -sS -g --path-as-is --max-time "$TIMEOUT" -D "$WORK/head" -o "$WORK/body" -w '%{http_code}' \
        ${CURL_OPTIONS-} "$@" -- "$URL" 2>"$WORK/error")
    unreached $?
    LINE="HTTP $STATUS"
    if [ "$STATUS" = 000 ]; then
        LINE='no answer'
        say "  observed  no answer: $(head -c 300 "$WORK/error" | tr '\n' ' ')"
    else
        say "  observed  HTTP $STATUS $(head -c 400 "$WORK/body" | tr '\n' ' ')"
    fi
}

# unreached CODE: what curl says if there is no system to judge, or none that it trusts.
unreached() {
    case $1 in
        35 | 51 | 58 | 60 | 77 | 83) stop "no TLS with $URL; CURL_OPTIONS may help, like -k or --cacert: $(reason)" ;;
        5 | 6 | 7) [ -n "$ANSWERED" ] || stop "nothing is reached at $URL; is BASE_URL right? $(reason)" ;;
        *) [ "$STATUS" = 000 ] || ANSWERED=yes ;;
    esac
}

reason() {
    head -c 200 "$WORK/error" | tr '\n' ' '
}

# again POINTER STATE SECONDS METHOD URL [option]…: the same until a member has a value, in time.
again() {
    pointer=$1
    wanted=$2
    until=$(($(date +%s) + $3))
    shift 3
    while :; do
        send "$@" >"$WORK/last"
        if [ "$(member "$pointer" | tr 'a-z' 'A-Z')" = "$wanted" ] || [ "$(date +%s)" -ge "$until" ]; then break; fi
        pause
    done
    cat "$WORK/last"
}

# patient SECONDS METHOD URL [option]…: the same while it is refused: a system may look after a new data plane first.
patient() {
    until=$(($(date +%s) + $1))
    shift
    while :; do
        send "$@" >"$WORK/last"
        case $STATUS in 4??) [ "$(date +%s)" -lt "$until" ] || break ;; *) break ;; esac
        pause
    done
    cat "$WORK/last"
}

# aside NUMBER COMMAND…: a request that others go together with; the command is one of those above.
aside() {
    mkdir -p "$WORK/aside/$1"
    (
        WORK=$WORK/aside/$1
        shift
        "$@" >"$WORK/said" 2>&1
        printf '%s' "$URL" >"$WORK/url"
        printf '%s' "$STATUS" >"$WORK/status"
    ) &
    ASIDE="$ASIDE $!"
}

# rival NUMBER METHOD URL [option of curl]…: one of several requests that nobody knows the order of; `depart` sends them.
rival() {
    number=$1
    shift
    if [ -n "${CURL_OPTIONS-}" ] || ! curl --help all 2>/dev/null | grep -q parallel-immediate; then
        aside "$number" send "$@"
        return
    fi
    mkdir -p "$WORK/aside/$number"
    : >"$WORK/aside/$number/head"
    : >"$WORK/aside/$number/body"
    printf '%s' "$2" >"$WORK/aside/$number/url"
    {
        printf '%s\n' silent show-error globoff path-as-is
        setting max-time "$TIMEOUT"
        setting dump-header "$WORK/aside/$number/head"
        setting output "$WORK/aside/$number/body"
        setting request "$1"
        setting url "$2"
        shift 2
        while [ $# -gt 0 ]; do
            case $1 in
                -k) echo insecure ;;
                -H) setting header "$2" && shift ;;
                *) setting "${1#--}" "$2" && shift ;;
            esac
            shift
        done
    } >"$WORK/aside/$number/config"
    # Which comes first decides what is seen of a race: another try may begin with another one.
    if [ $((($$ + $(date +%s)) % 2)) = 0 ]; then RIVALS="$RIVALS $number"; else RIVALS="$number $RIVALS"; fi
}

# setting NAME VALUE: a line of a configuration of curl.
setting() {
    printf '%s = "%s"\n' "$1" "$(printf '%s' "$2" | awk 'NR > 1 { printf "\\n" } { gsub(/[\\"]/, "\\\\&"); printf "%s", $0 }')"
}

# depart: sends the rivals at the same moment, which one process comes nearer to than several.
depart() {
    [ -n "$RIVALS" ] || return 0
    : >"$WORK/departed"
    for number in $RIVALS; do
        [ ! -s "$WORK/departed" ] || echo next >>"$WORK/departed"
        cat "$WORK/aside/$number/config" >>"$WORK/departed"
    done
    (
        curl --parallel --parallel-immediate -K "$WORK/departed" >"$WORK/said" 2>"$WORK/error"
        for number in $RIVALS; do
            at=$WORK/aside/$number
            STATUS=$(awk '/^HTTP\// { status = $2 } END { print status ? status : "000" }' "$at/head")
            if [ "$STATUS" = 000 ]; then
                say "  observed  no answer: $(reason)"
            else
                say "  observed  HTTP $STATUS $(head -c 400 "$at/body" | tr '\n' ' ')"
            fi >"$at/said"
            printf '%s' "$STATUS" >"$at/status"
        done
    ) &
    ASIDE="$ASIDE $!"
    RIVALS=
}

# begun NUMBER: until the answer to such a request has begun.
begun() {
    until=$(($(date +%s) + TIMEOUT))
    while [ ! -s "$WORK/aside/$1/head" ] && [ ! -e "$WORK/aside/$1/status" ] && [ "$(date +%s)" -lt "$until" ]; do pause; done
}

# together: until all of them are answered.
together() {
    # shellcheck disable=SC2086
    wait $ASIDE
    ASIDE=
    CROSSED=
}

# answer PATTERN NUMBER…: what came of one of them, if possible of one whose status fits.
answer() {
    wanted=$1
    shift
    chosen=
    for number in "$@"; do
        [ ! -e "$WORK/aside/$number/taken" ] || continue
        [ -n "$chosen" ] || chosen=$number
        STATUS=$(cat "$WORK/aside/$number/status" 2>/dev/null)
        if fits "$wanted" '' ''; then
            chosen=$number
            break
        fi
    done
    : >"$WORK/aside/$chosen/taken"
    cat "$WORK/aside/$chosen/said"
    [ -e "$WORK/aside/$chosen/status" ] || exit 2
    STATUS=$(cat "$WORK/aside/$chosen/status")
    URL=$(cat "$WORK/aside/$chosen/url")
    cp "$WORK/aside/$chosen/head" "$WORK/aside/$chosen/body" "$WORK"
    LINE="HTTP $STATUS"
    [ "$STATUS" != 000 ] || LINE='no answer'
    fits "$wanted" '' '' || CROSSED="requests that went together were served in another order than in the run"
    [ "$STATUS" = 000 ] || ANSWERED=yes
}

# orderly TEXT: such a request may be granted or refused, whichever came first; a server error is never right.
orderly() {
    say "  required  $1"
    if fits '2?? 4??' '' ''; then
        say '  ok'
    else
        say '  ✗ this is not what is required'
        VERDICT=1
    fi
}

# alone TEXT POINTER NUMBER…: one of them alone may be granted; with a pointer, all that are have the same there.
alone() {
    say "  required  $1"
    pointer=$2
    shift 2
    for number in "$@"; do
        case $(cat "$WORK/aside/$number/status") in
            2??) if [ -n "$pointer" ]; then (WORK=$WORK/aside/$number && member "$pointer"); else echo "$number"; fi ;;
        esac
    done | sort -u >"$WORK/granted"
    if [ "$(wc -l <"$WORK/granted")" -gt 1 ]; then
        say "  ✗ this is not what is required: $(wc -l <"$WORK/granted" | tr -d ' ') were granted: $(tr '\n' ' ' <"$WORK/granted")"
        VERDICT=1
    else
        say '  ok; a race may take some more tries'
    fi
}

pause() {
    sleep 0.1 2>/dev/null || sleep 1
}

run() {
    : >"$WORK/head"
    : >"$WORK/body"
    if "$@" >"$WORK/body" 2>&1; then STATUS=200; else STATUS=500; fi
    LINE="HTTP $STATUS"
    say "  observed  the command ended with $([ "$STATUS" = 200 ] && echo 0 || echo an error)"
}

# fits PATTERNS POINTER VALUE: whether the last message has a status and, where a pointer is given, a value there.
fits() {
    found=no
    for pattern in $1; do
        # shellcheck disable=SC2254
        case $STATUS in $pattern) found=yes ;; esac
    done
    [ $found = yes ] || return 1
    [ -z "$2" ] || [ "$(member "$2" | tr 'a-z' 'A-Z')" = "$3" ]
}

# required TEXT PATTERNS POINTER VALUE: what the document demands of the last message.
required() {
    say "  required  $1"
    if fits "$2" "$3" "$4"; then
        say '  ok'
    else
        wrong
    fi
}

# wrong: what is not as required; after what went otherwise than in the run, and may, that may be the reason.
wrong() {
    if [ -n "$CROSSED" ]; then
        undecided "this is not what is required, and $CROSSED"
    else
        say '  ✗ this is not what is required'
        VERDICT=1
    fi
}

# contains TEXT VALUE: the last message has to have a value that it did not have in the run.
contains() {
    say "  required  $1"
    if grep -qF -- "$2" "$WORK/body"; then
        say '  ok'
    else
        say "  ✗ this is not what is required: it does not have $2"
        VERDICT=1
    fi
}

# resembles POINTER STATE: a state that the case passed with. Another one may be as right, which the suite alone can tell.
resembles() {
    fits '???' "$1" "$2" || undecided "the state was $2 when the case passed, and is $(member "$1") now"
}

# likely PATTERNS: a status that a case passed with about which the document says nothing; a server error is never right.
likely() {
    required 'HTTP 2xx or 4xx' '2?? 4??' '' ''
    fits "$1" '' '' && return
    undecided "the status was $1 when the case passed, and is $STATUS now; the document leaves it open"
    CROSSED='an earlier request, of which the document leaves open what comes, was answered otherwise than in the run'
}

# granted: a transfer that the system granted when the case passed, though no data plane was reached for it.
granted() {
    required 'HTTP 2xx or 4xx' '2?? 4??' '' ''
    fits '2??' '' '' && return
    undecided 'the transfer was granted and had no data plane when the case passed; now it is refused, which may be as right'
    verdict
}

# given TEXT PATTERNS: what has to be so for the next step to mean anything.
given() {
    fits "$2" '' '' || stop "$1"
}

# objected TEXT: the last message must not look like the one on standard input, which the suite objected to.
objected() {
    say "  required  $1"
    shape
    cat >"$WORK/recorded"
    if cmp -s "$WORK/recorded" "$WORK/shape"; then
        say '  ✗ as in the run, this is not what is required'
        VERDICT=1
    else
        say '  ok: this is not what the suite objected to. What is different:'
        diff "$WORK/recorded" "$WORK/shape" | sed -n 's/^[<>]/    &/p' | shown | head -n 20
    fi
}

# listen: starts the listener and tells its address.
listen() {
    need python3
    python3 "$WORK/listener.py" "$LISTEN" "$WORK" 2>"$WORK/listener.log" &
    LISTENER=$!
    until=$(($(date +%s) + 30))
    while [ ! -f "$WORK/port" ]; do
        kill -0 "$LISTENER" 2>/dev/null || stop "the listener did not start at $LISTEN: $(tail -n 1 "$WORK/listener.log")"
        [ "$(date +%s)" -lt "$until" ] || stop "the listener did not start at $LISTEN"
        pause
    done
    : "${CALLBACK_URL:=http://$(cat "$WORK/port")}"
    define CALLBACK_URL "$CALLBACK_URL"
    say "listening at $(cat "$WORK/port"); the system has to reach $CALLBACK_URL (LISTEN, CALLBACK_URL)"
}

# await SECONDS METHOD PATH [TEXT]: a request of the system that nobody has taken yet. METHOD and PATH are patterns of awk.
await() {
    until=$(($(date +%s) + $1))
    while :; do
        for number in $(awk -F '\t' -v method="$2" -v path="$3" '
            taken { seen[$1]; next }
            !($1 in seen) && $2 ~ ("^(" method ")$") && $3 ~ ("^(" path ")$") { print $1 }
            ' taken=1 "$WORK/seen" taken=0 "$WORK/arrivals"); do
            [ -z "${4-}" ] || grep -qF -- "$4" "$WORK/in/$number.body" || continue
            printf '%s\n' "$number" >>"$WORK/seen"
            cp "$WORK/in/$number.head" "$WORK/head"
            cp "$WORK/in/$number.body" "$WORK/body"
            LINE=$(cat "$WORK/in/$number.line")
            METHOD=${LINE%% *}
            URL=${LINE#* }
            say "  observed  $LINE $(head -c 400 "$WORK/body" | tr '\n' ' ')"
            LINE="$METHOD $(path "$URL")"
            STATUS=200
            return 0
        done
        [ "$(date +%s)" -lt "$until" ] || break
        pause
    done
    : >"$WORK/head"
    : >"$WORK/body"
    LINE=nothing
    STATUS=000
    say "  observed  nothing arrived within $1 s"
    return 1
}

# arrives SECONDS METHOD PATH [TEXT]: the same, and required.
arrives() {
    say "  required  a request of the system: $2 $3 ${4-}"
    if await "$@"; then say '  ok'; else wrong; fi
}

# expects SECONDS METHOD PATH [TEXT]: the same, for what came in the run and matters to later steps alone.
expects() {
    await "$@" || say '  it came in the run'
}

# renewed SECONDS METHOD PATH: the same, for one that is yet to come.
renewed() {
    awk -F '\t' -v method="$2" -v path="$3" '$2 ~ ("^(" method ")$") && $3 ~ ("^(" path ")$") { print $1 }' \
        "$WORK/arrivals" >>"$WORK/seen"
    expects "$@"
}

# phase NUMBER: heart-beats are answered otherwise from now on.
phase() {
    printf '%s\n' "$1" >"$WORK/phase"
}

# release NAME: what was held back until now is answered.
release() {
    : >"$WORK/$1.go"
}

# here DEPTH: what came last came where more has to come; so many segments of its path say where.
here() {
    PLACE=$(printf '%s' "$URL" | cut -d / -f "1-$(($1 + 1))")
}

# stays TEXT DEPTH: what came last has to have come there, too.
stays() {
    say "  required  $1"
    if [ "$(printf '%s' "$URL" | cut -d / -f "1-$(($2 + 1))")" = "$PLACE" ]; then
        say '  ok'
    else
        say "  ✗ this is not what is required: it did not come at $PLACE"
        VERDICT=1
    fi
}

# take NAME POINTER [id]: a variable from the last message.
take() {
    define "$1" "$(member "$2")" "${3-}"
}

# target REFERENCE: the absolute URL of what the last answer pointed to.
target() {
    case $1 in
        *://*) printf '%s' "$1" ;;
        /*) printf '%s%s' "$(origin "$URL")" "$1" ;;
        *) printf '%s/%s' "${URL%/*}" "$1" ;;
    esac
}

# undecided TEXT: what a script cannot tell.
undecided() {
    say ''
    say "What the suite said needs eyes: compare it with what is printed above."
    say "  $1"
    [ $VERDICT != 0 ] || VERDICT=3
}

# verdict: how it ends.
verdict() {
    say ''
    case $VERDICT in
        0) say 'OK: nothing here is other than required.' ;;
        3) say 'UNDECIDED: a script cannot tell.' ;;
        *) say 'FAILED: the system does what is marked with ✗ above.' ;;
    esac
    exit $VERDICT
}

need curl
need awk
