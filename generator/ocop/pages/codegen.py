"""Python code for the built-in templates, plainer than what Jinja2 writes for any template.

Owns what may be taken for granted of ours: they are given objects, never mappings whose keys
would pass for attributes; what they call asks for no context; what they import is the same on
every page. Knows nothing of a project's own templates, which Jinja2 translates by itself.
Called by :mod:`ocop.pages.environment`.
"""

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class PlainCode(CodeGenerator):
    """Writes attributes, calls and imports as Python has them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write ``thing.name``."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write ``thing(one, name=other)``; a call of another shape is left to Jinja2."""
        strange = any(iskeyword(one.key) for one in node.kwargs)
        if forward_caller or strange or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")
