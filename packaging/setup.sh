#!/bin/sh
# Finds a Python that will do and hands over to bootstrap.py; says so plainly where there is none.
#
#   sh packaging/setup.sh run|dev|bench|data     (make calls it; PYTHON=... chooses another Python)
set -eu

here=$(dirname "$0")
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
        >/dev/null 2>&1; then
        exec "$python" "$here/bootstrap.py" "$@"
    fi
done

echo "Presence Map needs Python 3.11, 3.12, 3.13 or 3.14, and found none of them (looked for:" \
    "${PYTHON:-python3 and python3.11 to python3.14}). Install one, for instance with" \
    "'sudo apt-get install python3', or name it: make PYTHON=/path/to/python3 ..." >&2
exit 1
