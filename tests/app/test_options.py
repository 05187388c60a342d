from presencemap.app.options import Options
from presencemap.protocol.address import Address


def test_who_chooses_nothing_listens_everywhere_at_the_usual_door() -> None:
    options = Options()
    assert (options.host, options.port) == ("0.0.0.0", None)
    assert options.mdns


def test_any_port_that_was_asked_for_is_no_usual_door() -> None:
    options = Options(listen=Address("127.0.0.1", 0))
    assert (options.host, options.port) == ("127.0.0.1", 0)
