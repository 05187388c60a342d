from presencemap.app.knowledge.findings import Asked, Findings, Said


def test_all_posts_that_are_shown_are_known_by_id() -> None:
    said, question, answer = (Said(name, "bram", "post", 1, "") for name in ("aa", "bb", "cc"))
    unanswered = Said("dd", "cleo", "question", 1, "")
    asked = Asked(question, True, 1, answer), Asked(unanswered, False, 0)
    assert Findings("", said=(said,), asked=asked).posts == {"aa", "bb", "cc", "dd"}
