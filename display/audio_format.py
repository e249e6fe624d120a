"""How a device's samples are written, asked of Qt: ours where it takes them, else its own."""

from typing import Final

from PySide6.QtMultimedia import QAudioDevice, QAudioFormat

from .waveform import OURS, Form, Samples

_CODES: Final = {
    QAudioFormat.SampleFormat.UInt8: Samples.UINT8,
    QAudioFormat.SampleFormat.Int16: Samples.INT16,
    QAudioFormat.SampleFormat.Int32: Samples.INT32,
    QAudioFormat.SampleFormat.Float: Samples.FLOAT,
}


_NOWHERE: Final = b"auto_null"
"""What PulseAudio and PipeWire put in the last device's place, so that programs go on: nobody hears it."""


def name_of(device: QAudioDevice) -> str | None:
    """What a device calls itself, None where there is none."""
    if device.isNull() or bytes(device.id().data()) == _NOWHERE:
        return None
    return device.description() or "?"


def format_for(device: QAudioDevice) -> QAudioFormat:
    """Ours where the device takes it; else its own pace and channels, which every device takes."""
    ours = QAudioFormat()
    ours.setSampleRate(OURS.rate)
    ours.setChannelCount(OURS.channels)
    ours.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return ours if device.isFormatSupported(ours) else device.preferredFormat()


def form_of(wanted: QAudioFormat) -> Form:
    """The same as a value without Qt."""
    return Form(rate=wanted.sampleRate(), channels=wanted.channelCount(), samples=_CODES[wanted.sampleFormat()])
