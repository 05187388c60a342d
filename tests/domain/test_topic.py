"""Topics in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.topic import merged, tags, topic_spans, topics_in


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
        ("#één #Öl #東京", ("een", "ol", "東京")),
        ("#Privé, #prive #PRIVÉ", ("prive",)),
        ("#हिन्दी! #ไม่ #Ёлка #ガス", ("हिन्दी", "ไม่", "ёлка", "ガス")),
        ("#می\u200cخواهم x", ("می\u200cخواهم",)),
        ("#Ἀθῆναι #αθηναι", ("αθηναι",)),
        ("#été#hiver", ("ete",)),
        ("é #1", ()),
        ("#Straße", ("strasse",)),
        ("https://team.example/#anchor", ("anchor",)),
        ("#a#b", ("a",)),
    ],
)
def test_topics_in(text: str, topics: tuple[str, ...]) -> None:
    assert topics_in(text) == topics


@given(st.text("#aB1-_ é&\u0301ñ"))
def test_each_is_merged_once_and_written_where_it_is_said_to_be(text: str) -> None:
    topics, spans = topics_in(text), list(topic_spans(text))
    assert len(set(topics)) == len(topics)
    assert {merged(text[start + 1 : end]) for start, end in spans} == set(topics)
    assert all(text[start] == "#" for start, _ in spans)
    assert all(merged(topic) == topic for topic in topics)
    assert topics_in(" ".join(f"#{topic}" for topic in topics)) == topics


def test_topics_are_merged_by_accent_and_hyphen() -> None:
    assert tags("#E-facturatie #efacturatie #café") == ("efacturatie", "cafe")
