"""Builds the float ONNX graph: token ids and mask in, one pooled L2-normalised vector per row out."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from source import BLOCK, Source

MICROSOFT = "com.microsoft"
IR_VERSION = 10
OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]


class Graph:
    """Collects nodes and initialisers; every method returns the name of what it made."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes) -> str:
        node = helper.make_node(kind, inputs, [output], output, domain=domain, **attributes)
        self.nodes.append(node)
        return output


def build(source: Source, kept: np.ndarray) -> onnx.ModelProto:
    """The whole network with the rows of `kept` as word embeddings."""
    graph = Graph()
    graph.constant("last", np.array([-1], np.int64))
    graph.constant("tiny", np.array([1e-6], np.float32))
    graph.constant("gelu.floor", np.array([0.17], np.float32))
    hidden = _embeddings(graph, source, kept)
    for layer in range(source.layers):
        hidden = _layer(graph, source, layer, hidden)
    _pool(graph, hidden)
    int32 = TensorProto.INT32
    inputs = [
        helper.make_tensor_value_info("input_ids", int32, ["batch", "sequence"]),
        helper.make_tensor_value_info("attention_mask", int32, ["batch", "sequence"]),
    ]
    shape = ["batch", source.hidden]
    outputs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, shape)]
    body = helper.make_graph(graph.nodes, "e5-small", inputs, outputs, graph.initialisers)
    return helper.make_model(body, opset_imports=OPSETS, ir_version=IR_VERSION)


def _embeddings(graph: Graph, source: Source, kept: np.ndarray) -> str:
    scales, nibbles = source.packed("emb.word", source.hidden)
    codes = nibbles[kept] ^ 8  # nibble - 8 as a two's complement int4: no zero points to store
    packed = (codes[:, 0::2] | (codes[:, 1::2] << 4)).astype(np.uint8)
    shape = [len(kept), source.hidden]
    words = helper.make_tensor("word.codes", TensorProto.INT4, shape, packed.tobytes(), raw=True)
    graph.initialisers.append(words)
    # fp16 on disk is lossless and half the size; the runtime folds the cast when it loads.
    graph.constant("word.scales.fp16", scales[kept])
    graph.op("Cast", ["word.scales.fp16"], "word.scales", to=TensorProto.FLOAT)
    graph.op(
        "GatherBlockQuantized",
        ["word.codes", "input_ids", "word.scales"],
        "word",
        MICROSOFT,
        gather_axis=0,
        quantize_axis=1,
        block_size=BLOCK,
    )
    # Every token has type 0, so its vector is part of the position's.
    positions = source.floats("emb.pos").reshape(-1, source.hidden)
    graph.constant("positions", positions + source.floats("emb.type")[: source.hidden])
    graph.constant("zero", np.array([0], np.int64))
    graph.op("Shape", ["input_ids"], "length", start=1, end=2)
    graph.op("Slice", ["positions", "zero", "length", "zero"], "position")
    graph.op("Add", ["word", "position"], "embedded")
    gain = graph.constant("emb.ln.w", source.floats("emb.ln.w"))
    shift = graph.constant("emb.ln.b", source.floats("emb.ln.b"))
    return graph.op(
        "LayerNormalization", ["embedded", gain, shift], "hidden", axis=-1, epsilon=source.eps
    )


def _layer(graph: Graph, source: Source, number: int, hidden: str) -> str:
    name = f"l{number}"

    def vector(tensor: str) -> str:
        return graph.constant(f"{name}.{tensor}", source.floats(f"{name}.{tensor}"))

    def matmul(tensor: str, given: tuple[str, str], columns: int = source.hidden) -> str:
        unit, size = given
        weights = source.matrix(f"{name}.{tensor}.w", columns).T
        weights = graph.constant(f"{name}.{tensor}.w", weights)
        product = graph.op("MatMul", [unit, weights], f"{name}.{tensor}.unit")
        return graph.op("Mul", [product, size], f"{name}.{tensor}")

    def normalise(given: str, skip: str, norm: str, bias: str) -> str:
        inputs = [given, skip, vector(f"{norm}.w"), vector(f"{norm}.b"), vector(bias)]
        output = f"{name}.{norm}"
        return graph.op(
            "SkipLayerNormalization", inputs, output, MICROSOFT, epsilon=source.eps
        )

    scaled = _scale_rows(graph, hidden)
    qkv = [matmul(tensor, scaled) for tensor in "qkv"]
    bias = np.concatenate([source.floats(f"{name}.{tensor}.b") for tensor in "qkv"])
    bias = graph.constant(f"{name}.qkv.b", bias)
    attended = graph.op(
        "MultiHeadAttention",
        [*qkv, bias, "attention_mask"],
        f"{name}.attention",
        MICROSOFT,
        num_heads=source.heads,
    )
    middle = normalise(matmul("ao", _scale_rows(graph, attended)), hidden, "aln", "ao.b")
    wide = matmul("fi", _scale_rows(graph, middle))
    gelu = graph.op("BiasGelu", [wide, vector("fi.b")], f"{name}.gelu", MICROSOFT)
    wide_columns = source.directory[f"{name}.fi.b"][1]
    # GELU never goes below -0.17, so its largest value serves without taking absolute ones.
    narrow = matmul("fo", _scale_rows(graph, gelu, "gelu.floor"), wide_columns)
    return normalise(narrow, middle, "oln", "fo.b")


def _scale_rows(graph: Graph, given: str, floor: str = "") -> tuple[str, str]:
    """Each token divided by its largest value, and that value.

    The runtime quantises a whole batch with one scale: without this, one token's outlier costs
    every other token its precision, and a text's vector depends on its neighbours in the batch.
    """
    values = given if floor else graph.op("Abs", [given], f"{given}.abs")
    largest = graph.op("ReduceMax", [values, "last"], f"{given}.max", keepdims=1)
    size = graph.op("Max", [largest, floor or "tiny"], f"{given}.size")
    return graph.op("Div", [given, size], f"{given}.scaled"), size


def _pool(graph: Graph, hidden: str) -> None:
    # The L2 norm cancels the division by the token count, so the mean is a sum.
    graph.op("Cast", ["attention_mask"], "mask.float", to=TensorProto.FLOAT)
    graph.op("Unsqueeze", ["mask.float", "last"], "mask.column")
    graph.op("Mul", [hidden, "mask.column"], "masked")
    graph.constant("one", np.array([1], np.int64))
    graph.op("ReduceSum", ["masked", "one"], "sum", keepdims=0)
    graph.op("LpNormalization", ["sum"], "embedding", axis=-1, p=2)
