"""The first run, from the link to the map."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import InviteExpired, InviteUnreadable, PresenceMapError
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.ui.inbox import Inbox
from presencemap.ui.onboarding.window import OnboardingWindow
from presencemap.ui.ports import InvitePreview
from presencemap.ui.theme import Appearance

GOOD = "presencemap://join#good"


class Admission:
    def __init__(self) -> None:
        self.done: list[tuple[str, str, Profile]] = []
        self.threads: set[int] = set()
        self.error: PresenceMapError | None = None
        self.inviters: Inviters | None = None
        self.precision: Precision | None = None

    def preview_invite(self, link: str) -> InvitePreview:
        if link != GOOD:
            raise InviteUnreadable("x")
        return InvitePreview("Lerend Collectief", "", 1_795_512_240_000)

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None:
        self.inviters, self.precision = inviters, precision
        self._write("create", name, profile)

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None:
        self.precision = precision
        self._write("join", link, profile)

    def _write(self, what: str, said: str, profile: Profile) -> None:
        self.threads.add(threading.get_ident())
        if self.error is not None:
            raise self.error
        self.done.append((what, said, profile))


@pytest.fixture
def admission() -> Admission:
    return Admission()


@pytest.fixture
def window(
    look: Appearance, factories: Any, qtbot: QtBot, admission: Admission
) -> Iterator[OnboardingWindow]:
    made = OnboardingWindow(admission, Inbox(), lambda: factories.NOW)
    qtbot.addWidget(made, before_close_func=lambda _: made.stop())
    made.show()
    yield made
    made.stop()


def fill(window: OnboardingWindow) -> None:
    window.team.link.setText(GOOD)
    window.go_on()
    window.profile.form.name.setText("Sofie Vermeulen")
    window.go_on()


def test_three_steps_into_a_team(
    window: OnboardingWindow, admission: Admission, qtbot: QtBot
) -> None:
    assert (window.width(), window.step) == (480, 1)
    assert not window.on.isEnabled()
    assert not window.back.isVisible()
    fill(window)
    assert window.step == 3
    assert admission.done == []
    assert window.on.text() == "Show me the map"
    with qtbot.waitSignal(window.finished):
        window.on.click()
    assert admission.done == [("join", GOOD, Profile("Sofie Vermeulen"))]
    assert admission.precision is Precision.SITE, "as the last step has it"
    assert threading.get_ident() not in admission.threads


def test_a_new_team(window: OnboardingWindow, admission: Admission, qtbot: QtBot) -> None:
    window.team.anew.radio.setChecked(True)
    window.team.name.setText("Lerend Collectief")
    window.team.inviters_choice.choose(Inviters.STEWARDS.value)
    window.go_on()
    window.profile.form.name.setText("Sofie Vermeulen")
    window.go_on()
    window.share.precise.choose(Precision.HIDDEN.value)
    with qtbot.waitSignal(window.finished):
        window.go_on()
    assert admission.precision is Precision.HIDDEN
    assert admission.done[0][:2] == ("create", "Lerend Collectief")
    assert admission.inviters is Inviters.STEWARDS


def test_back_loses_nothing(window: OnboardingWindow) -> None:
    fill(window)
    window.profile.form.talents.add("Peppol")
    window.back.click()
    window.back.click()
    assert window.step == 1
    assert window.team.link.text() == GOOD
    window.go_on()
    assert window.profile.form.name.text() == "Sofie Vermeulen"
    assert window.profile.form.talents.talents == ("Peppol",)


def test_a_step_is_not_left_unfinished(window: OnboardingWindow) -> None:
    window.team.link.setText("cut")
    window.go_on()
    assert window.step == 1
    window.team.link.setText(GOOD)
    window.go_on()
    window.go_on()
    assert window.step == 2


def test_a_failure_at_the_end_says_why_and_can_be_tried_again(
    window: OnboardingWindow, admission: Admission, qtbot: QtBot
) -> None:
    fill(window)
    admission.error = InviteExpired("x")
    window.on.click()
    qtbot.waitUntil(window.share.message.isVisible)
    assert "expired" in window.share.message.text()
    assert window.on.isEnabled()
    admission.error = None
    with qtbot.waitSignal(window.finished):
        window.on.click()


def test_closing_it_gives_up_and_after_the_end_does_not(
    window: OnboardingWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.given_up):
        window.close()
    window.show()
    fill(window)
    with qtbot.waitSignal(window.finished):
        window.on.click()
    with qtbot.assertNotEmitted(window.given_up):
        window.close()
