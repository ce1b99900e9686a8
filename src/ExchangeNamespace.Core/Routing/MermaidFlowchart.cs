using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>How a node is drawn.</summary>
internal enum MermaidShape
{
    /// <summary>A step or a server.</summary>
    Box,

    /// <summary>Where a walk begins or ends well.</summary>
    Rounded,

    /// <summary>Where it fails.</summary>
    Hexagon,
}

/// <summary>A node of one flowchart.</summary>
/// <param name="Id">Its name in the text.</param>
internal readonly record struct MermaidNode(string Id);

/// <summary>
/// A flowchart in Mermaid: nodes and arrows in the order in which they were added. Whatever a label says, it stays a label.
/// </summary>
internal sealed class MermaidFlowchart
{
    private const string NewLine = "\n";

    private readonly List<string> _lines = ["flowchart TD"];
    private int _nodes;

    /// <summary>Adds a node.</summary>
    /// <param name="shape">How it is drawn.</param>
    /// <param name="lines">Its label, top down; empty lines are left out.</param>
    public MermaidNode AddNode(MermaidShape shape, params string?[] lines)
    {
        MermaidNode node = new("n" + (++_nodes).ToString(CultureInfo.InvariantCulture));
        string label = MermaidLiteral.Quote(lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => l!));
        _lines.Add("    " + node.Id + shape switch
        {
            MermaidShape.Rounded => "([" + label + "])",
            MermaidShape.Hexagon => "{{" + label + "}}",
            MermaidShape.Box => "[" + label + "]",
            _ => throw ClosedSet.Outside(shape),
        });
        return node;
    }

    /// <summary>Adds an arrow.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="label">What it says; null for nothing.</param>
    /// <param name="dotted">Whether it is a way that is not taken, or only perhaps.</param>
    public void AddArrow(MermaidNode from, MermaidNode to, string? label = null, bool dotted = false)
    {
        string arrow = dotted ? " -.->" : " -->";
        string text = string.IsNullOrEmpty(label) ? " " : "|" + MermaidLiteral.Quote([label!]) + "| ";
        _lines.Add("    " + from.Id + arrow + text + to.Id);
    }

    /// <summary>The text, ready for a code block that is marked <c>mermaid</c>.</summary>
    /// <returns>Lines of ASCII.</returns>
    public override string ToString() => string.Join(NewLine, _lines);
}
