using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design.Questions;

/// <summary>The design that answers gave, its plan, and what comes next. <c>Get-NamespacePlan</c> takes it from the pipeline.</summary>
public sealed class GuidedDesign
{
    internal GuidedDesign()
    {
    }

    /// <summary>The design file as it was named; empty where none was written.</summary>
    public string Path { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The plan of the design.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>
    /// The commands that come next, as they are typed. Without a file they take the design from the variable <c>$design</c>.
    /// </summary>
    public required IReadOnlyList<string> NextCommands { get; init => field = Indexable.Of(value); }

    /// <summary>The members of the design file.</summary>
    internal IReadOnlyDictionary<string, object?> Document { get; init; } = new Dictionary<string, object?>();

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? Plan.ToString() : $"{Plan}, in {Path}";
}
