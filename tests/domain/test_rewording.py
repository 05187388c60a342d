"""Other words for the same, or another matter."""

import pytest

from presencemap.domain.rewording import reworded


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Invoices bounce #peppol", "Invoices bounce on #vat"),
        ("Invoices bounce", "Peppol invoices bounce on the VAT number, who has seen this?"),
        ("Invocies bounce", "Invoices bounce"),
        ("Peppl", "Peppol"),
        ("#peppol", "#peppol scheme 0208"),
        (
            "Facturen worden geweigerd #peppol",
            "De facturen voor Nederland worden nog steeds geweigerd",
        ),
        ("Tests are slow on CI", "tests fail on CI"),
    ],
)
def test_words_for_the_same(before: str, after: str) -> None:
    assert reworded(before, after)
    assert reworded(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Invoices bounce", "The printer is broken"),
        ("Invoices bounce #peppol", "#peppol test account expired"),
        ("Peppol invoices bounce for Dutch customers #peppol", "Belgian ids are refused #peppol"),
        ("How do I set up the printer?", "How do I set up the server?"),
        ("Invoices bounce at #acme", "Contract renewal for #acme stuck"),
        ("", "Invoices bounce"),
    ],
)
def test_another_matter_on_the_same_topic_too(before: str, after: str) -> None:
    assert not reworded(before, after)
    assert not reworded(after, before)
