"""The office's folder: where its database is, and who knows the password."""

import os
from pathlib import Path

import pytest

from waitline.model.office_errors import BadOfficeFile, OfficeFileMissing
from waitline.settings.office_folder import open_office, resolve_database, without_password
from waitline.store.network_share import is_network_path

from .offices import SAMPLE, sample_with

POSTGRES = sample_with('"sqlite:///queue.db"', '"postgresql://waitline@db.example:5433/queue"')


def office_at(folder: Path, text: str = SAMPLE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "office.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_or_its_file_may_be_named(tmp_path):
    folder = office_at(tmp_path / "戶所 一")
    by_folder, by_file = open_office(folder, {}), open_office(folder / "office.toml", {})
    assert by_folder == by_file
    assert by_folder.office_id == "sample"
    assert by_folder.path == folder


def test_a_relative_database_lies_in_the_folder_wherever_the_program_was_started(tmp_path, monkeypatch):
    folder = office_at(tmp_path / "office")
    monkeypatch.chdir(tmp_path)
    assert open_office(Path("office"), {}).database_url == f"sqlite:///{(folder / 'queue.db').as_posix()}"
    assert resolve_database("sqlite:////var/queue.db", folder) == "sqlite:////var/queue.db"


def test_a_missing_office_file_says_what_to_do(tmp_path):
    with pytest.raises(OfficeFileMissing) as told:
        open_office(tmp_path, {})
    assert "waitline init" in told.value.words.zh
    assert str(tmp_path) in told.value.words.en


def test_what_a_windows_editor_adds_is_no_fault(tmp_path):
    folder = office_at(tmp_path)
    (folder / "office.toml").write_bytes(b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode())
    assert open_office(folder, {}).text == SAMPLE


def test_a_file_saved_in_big5_is_refused_with_its_line(tmp_path):
    (tmp_path / "office.toml").write_bytes('[office]\nname = "戶政"'.encode("big5"))
    with pytest.raises(BadOfficeFile) as told:
        open_office(tmp_path, {})
    assert told.value.facts["line"] == 2
    assert "UTF-8" in told.value.words.zh


def test_the_password_comes_from_the_environment_or_a_file_and_is_never_shown(tmp_path):
    folder = office_at(tmp_path, POSTGRES)
    assert open_office(folder, {}).database_url == "postgresql://waitline@db.example:5433/queue"
    office = open_office(folder, {"WAITLINE_DATABASE_PASSWORD": "ge:h@im"})
    assert office.database_url == "postgresql://waitline:ge%3Ah%40im@db.example:5433/queue"
    assert office.database_shown == "postgresql://waitline@db.example:5433/queue"
    assert "ge" not in repr(office).replace(str(tmp_path), "")

    office_at(tmp_path, POSTGRES.replace("[database]", '[database]\npassword_file = "secret"'))
    (tmp_path / "secret").write_text("geheim\n", encoding="utf-8")
    assert open_office(folder, {}).database_url == "postgresql://waitline:geheim@db.example:5433/queue"


def test_a_password_file_that_is_not_there_is_told_with_its_line(tmp_path):
    text = POSTGRES.replace("[database]", '[database]\npassword_file = "gone"')
    with pytest.raises(BadOfficeFile) as told:
        open_office(office_at(tmp_path, text), {})
    assert "gone" in told.value.words.en
    assert told.value.facts["line"] == text[: text.index('password_file = "gone"')].count("\n") + 1


def test_an_address_without_a_password_is_shown_as_it_is():
    for url in ("sqlite:////srv/queue.db", "postgresql://db/queue", "postgresql://me@db/queue"):
        assert without_password(url) == url
    assert without_password("postgresql://me:word@db/queue") == "postgresql://me@db/queue"


def test_logs_have_a_place_beside_the_office_file(tmp_path):
    office = open_office(office_at(tmp_path), {})
    assert office.state_dir == tmp_path / "state"
    assert office.state_dir.is_dir()


@pytest.mark.parametrize(
    ("kind", "remote"),
    [("ext4", False), ("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", True), ("fuse.ntfs-3g", False)],
)
def test_a_share_is_known_by_its_mount(tmp_path, kind, remote):
    mounts = tmp_path / "mounts"
    place = os.path.realpath(tmp_path)
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"nas:/x {place}/my\\040share {kind} rw 0 0\n"
        f"/dev/sdb {place}/my\\040share/usb ext4 rw 0 0\n"
    )
    assert is_network_path(tmp_path / "my share" / "deep" / "queue.db", mounts) is remote
    assert not is_network_path(tmp_path / "my share" / "usb" / "queue.db", mounts)
    assert not is_network_path(tmp_path / "queue.db", mounts)


def test_a_link_to_a_share_is_a_share(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"nas:/x {os.path.realpath(tmp_path)}/share nfs rw 0 0\n")
    assert is_network_path(tmp_path / "link" / "queue.db", mounts)


def test_this_machine_can_be_asked(tmp_path):
    assert isinstance(is_network_path(tmp_path), bool)
    assert not is_network_path(tmp_path, tmp_path / "no such table")
