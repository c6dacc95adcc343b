"""Layers to dynamic int8, per output channel; the 4-bit word embeddings are left alone."""

import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic


def quantise(model: onnx.ModelProto, output: Path, notes: dict[str, str]) -> None:
    """Writes the int8 model with `notes` as metadata."""
    with tempfile.TemporaryDirectory() as folder:
        floats = Path(folder) / "float.onnx"
        quantised = Path(folder) / "int8.onnx"
        onnx.save(model, floats)
        quantize_dynamic(
            floats,
            quantised,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            # Eight-bit weights overflow the 16-bit sums of processors without VNNI.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        result = onnx.load(quantised)
    del result.metadata_props[:]
    onnx.helper.set_model_props(result, notes)
    output.write_bytes(result.SerializeToString(deterministic=True))
