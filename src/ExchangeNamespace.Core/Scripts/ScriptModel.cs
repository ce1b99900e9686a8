using System.Collections.Generic;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Scripts;

/// <summary>What a script says, as plain data: nothing of it can run. Offsets count from the start of <see cref="Text"/>.</summary>
internal sealed class ScriptModel(string text)
{
    public string Text { get; } = text;

    public List<ScriptCommand> Commands { get; } = [];

    /// <summary>Names of functions and aliases that the script itself makes.</summary>
    public HashSet<string> OwnCommands { get; } = new(System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Pieces of the language that not every shell reads.</summary>
    public List<ScriptFeature> Features { get; } = [];

    /// <summary>Quotes and dashes of a word processor that stand where the language has its own.</summary>
    public List<ScriptMark> Marks { get; } = [];

    /// <summary>Backticks that are part of the value before them, though more was to follow; each with the next character.</summary>
    public List<TextSpan> StrayBackticks { get; } = [];

    public List<ScriptFault> Faults { get; } = [];
}

/// <summary>A command with its arguments in the order of the script.</summary>
/// <param name="Name">The name as written; null where it is not known before the script runs.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Span">The whole command.</param>
/// <param name="Arguments">Parameters and values.</param>
/// <param name="HasInput">Whether something is piped into it.</param>
internal sealed record ScriptCommand(string Name, TextSpan NameSpan, TextSpan Span, IReadOnlyList<ScriptArgument> Arguments, bool HasInput)
{
    /// <summary>Whether it runs only where a question about the version of PowerShell is answered so.</summary>
    public bool IsVersionChecked { get; init; }
}

/// <summary>A parameter, a value or a splatted variable.</summary>
internal sealed record ScriptArgument(TextSpan Span)
{
    /// <summary>Name of a parameter without dash and colon; null for a value.</summary>
    public string? Parameter { get; init; }

    /// <summary>Where the name of a parameter stands.</summary>
    public TextSpan NameSpan { get; init; }

    /// <summary>A value, or what stands after the colon of a parameter.</summary>
    public ScriptValue? Value { get; init; }

    public bool IsSplat { get; init; }
}

/// <summary>What is known about a value without running anything.</summary>
internal enum ScriptValueKind
{
    /// <summary>A variable or an expression.</summary>
    Unknown,
    Null,
    Boolean,
    Number,
    Text,

    /// <summary>An expression in parentheses beside a bare word, as an unquoted name with parentheses looks to the parser.</summary>
    Parentheses,
    ScriptBlock,
}

/// <summary>One value of an argument.</summary>
internal sealed record ScriptItem(ScriptValueKind Kind, string Text, TextSpan Span, bool IsBare)
{
    /// <summary>Where the text stands, without its quotes; the whole where the script writes it in another form.</summary>
    public TextSpan TextSpanIn(string script)
    {
        int at = Text.Length == 0 ? -1 : Span.Of(script).IndexOf(Text, System.StringComparison.Ordinal);
        return at < 0 ? Span : new TextSpan(Span.Start + at, Span.Start + at + Text.Length);
    }
}

/// <summary>The value of an argument: one item, or the items of a list.</summary>
internal sealed record ScriptValue(IReadOnlyList<ScriptItem> Items, TextSpan Span)
{
    /// <summary>The only item; null for a list.</summary>
    public ScriptItem? Single => Items.Count == 1 ? Items[0] : null;
}

/// <summary>One use of a piece of the language.</summary>
internal sealed record ScriptFeature(ShellFeature Feature, TextSpan Span);

/// <summary>A typographic quote or dash.</summary>
/// <param name="Span">The character.</param>
/// <param name="Plain">The character of the language.</param>
internal sealed record ScriptMark(TextSpan Span, char Plain)
{
    public bool IsDash => Plain == '-';
}

/// <summary>Why a stretch is no PowerShell.</summary>
internal enum ScriptFaultKind
{
    Syntax,
    UnbalancedQuote,

    /// <summary>Too deep, too long or too slow to be read.</summary>
    NotAnalysed,
}

/// <summary>Something that could not be read.</summary>
internal sealed record ScriptFault(ScriptFaultKind Kind, TextSpan Span, string Message);
