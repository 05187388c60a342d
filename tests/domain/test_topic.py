"""Topics in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.topic import tags, topics_in


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("", ()),
        ("no topic # here", ()),
        ("#Peppol invoices bounce", ("peppol",)),
        ("(#vat), #peppol-bis! #vat.", ("vat", "peppol-bis")),
        ("#PEPPOL and #peppol", ("peppol",)),
        ("issue #1 and #42", ()),
        ("#2fa #1st", ("2fa", "1st")),
        ("#vat- #vat_ #-x #_", ("vat",)),
        ("a#b ##c &#39; x#", ()),
        ("#één #Öl #東京", ("één", "öl", "東京")),
        ("#Straße", ("strasse",)),
        ("https://team.example/#anchor", ("anchor",)),
        ("#a#b", ("a",)),
    ],
)
def test_topics_in(text: str, topics: tuple[str, ...]) -> None:
    assert topics_in(text) == topics


@given(st.text("#aB1-_ é&"))
def test_each_is_lower_case_once_and_written_there(text: str) -> None:
    topics = topics_in(text)
    assert len(set(topics)) == len(topics)
    assert all(f"#{topic}" in text.casefold() for topic in topics)
    assert all(topic == topic.casefold() for topic in topics)


def test_topics_are_merged_by_accent_and_hyphen() -> None:
    assert tags("#E-facturatie #efacturatie #café") == ("efacturatie", "cafe")
