"""The lab takes itself away, whatever happens to who built it. Mirrors no one module."""

import subprocess
import sys

import pytest

from tests.netlab.lab import Lab, run, swept

pytestmark = pytest.mark.netlab
BUILDER = """
import subprocess
from tests.netlab.lab import Lab
with Lab(1) as lab:
    left = subprocess.Popen(lab.hosts[0].inside("sleep", "1000"))
    print(lab.hosts[0].name, left.pid, flush=True)
    left.wait()
"""


def test_what_a_killed_run_left_is_swept_with_its_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BUILDER], stdout=subprocess.PIPE, text=True
    ) as builder:
        assert builder.stdout is not None
        name, pid = builder.stdout.readline().split()
        assert name in run("ip", "netns", "list")
        builder.kill()

    assert name in swept()
    assert name not in run("ip", "netns", "list")
    assert run("ps", "-o", "stat=", "-p", pid, check=False).strip()[:1] in ("", "Z")


def test_a_lab_is_gone_after_its_with_and_the_living_are_left_alone() -> None:
    with Lab(1, 1) as lab:
        names = [host.name for hosts in lab.subnets for host in hosts]
        assert [name for name in names if name not in run("ip", "netns", "list")] == []
        assert set(swept()).isdisjoint(names)

    assert [name for name in names if name in run("ip", "netns", "list")] == []


def test_the_router_carries_both_protocols() -> None:
    knock = "import socket, sys; socket.create_connection((sys.argv[1], 9), 5)"
    with Lab(1, 1) as lab:
        (here,), (there,) = lab.subnets
        for address in (there.address, there.address_6):
            words = here.inside(sys.executable, "-c", knock, address)
            answer = subprocess.run(words, capture_output=True, text=True, check=False).stderr
            assert "ConnectionRefusedError" in answer, "who refuses is there"
