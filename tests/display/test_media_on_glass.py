"""The real program's pictures as they come out on the glass, also where the system enlarges its windows."""

import pytest
from PIL import Image, ImageGrab

from tests.display.stage import display, wait_until
from tests.programs import PATIENCE_S, needs_a_screen, x_server
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

STRIPES, STRIPE_PX, HEIGHT = 300, 4, 1300
DARK, LIGHT = 70, 185


@pytest.fixture
def striped_hall(hall_at_work):
    """A hall whose board shows one picture of fine stripes, and nobody is called."""
    folder = hall_at_work.folder / "media"
    folder.mkdir()
    picture = Image.new("L", (STRIPES * 2 * STRIPE_PX, HEIGHT), 255)
    for n in range(STRIPES):
        picture.paste(0, (2 * n * STRIPE_PX, 0, (2 * n + 1) * STRIPE_PX, HEIGHT))
    picture.save(folder / "stripes.png")
    office = hall_at_work.folder / "office.toml"
    text = office.read_text(encoding="utf-8").replace("far_seat_m = 10", 'media = "media"\nfar_seat_m = 10')
    office.write_text(text, encoding="utf-8")
    Floor(hall_at_work.store).set_up_office(text, request=new_request())
    return hall_at_work


def stripes_on(screen: str) -> int:
    """How many dark stripes with light between them stand across the middle of the screen."""
    picture = ImageGrab.grab(xdisplay=screen).convert("L")
    row = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    clear = "".join("#" if one < DARK else " " if one > LIGHT else "" for one in row)
    return clear.count("# ")


@needs_a_screen
@pytest.mark.parametrize("enlarged", ["1.5", "3"])
def test_a_picture_is_as_fine_as_the_glass_however_much_the_system_enlarges(striped_hall, enlarged):
    with x_server("1920x1080") as screen:
        place = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": enlarged}
        with display(striped_hall.folder, place, "--mute", windowed=()) as program:
            wait_until(lambda: stripes_on(screen) >= STRIPES - 1, PATIENCE_S, "every stripe", program.said)
