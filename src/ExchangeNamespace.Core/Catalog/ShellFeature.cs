using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Catalog;

/// <summary>A piece of the language that not every PowerShell reads.</summary>
internal enum ShellFeature
{
    Splatting,
    TryCatch,
    BlockComment,
    JoinSplitOperator,
    CmdletBinding,
    DataSection,
    InOperator,
    OrderedTable,
    CustomObjectTable,
    SimpleWhere,
    SimpleForEach,
    BitShiftOperator,
    StreamRedirection,
    PSItemVariable,
    UsingVariable,
    StopParsing,
    Workflow,
    Configuration,
    MethodOnCollection,
    TypeDefinition,
    UsingStatement,
    NewMethod,
    InformationRedirection,
    Ternary,
    NullCoalescing,
    NullConditional,
    PipelineChain,
    BackgroundOperator,
}

/// <summary>
/// With which version of PowerShell each piece of the language begins (about_* pages of the versions; 1.0 and 2.0 from general knowledge).
/// </summary>
internal static class ShellFeatures
{
    private static readonly Dictionary<ShellFeature, (Version From, string Words)> Rows = new()
    {
        [ShellFeature.Splatting] = (new Version(2, 0), "Splatting (@name)"),
        [ShellFeature.TryCatch] = (new Version(2, 0), "try and catch"),
        [ShellFeature.BlockComment] = (new Version(2, 0), "A block comment (<# #>)"),
        [ShellFeature.JoinSplitOperator] = (new Version(2, 0), "-join or -split"),
        [ShellFeature.CmdletBinding] = (new Version(2, 0), "An attribute of a function or parameter"),
        [ShellFeature.DataSection] = (new Version(2, 0), "A data section"),
        [ShellFeature.InOperator] = (new Version(3, 0), "-in or -notin"),
        [ShellFeature.OrderedTable] = (new Version(3, 0), "[ordered]"),
        [ShellFeature.CustomObjectTable] = (new Version(3, 0), "[pscustomobject] before a hashtable"),
        [ShellFeature.SimpleWhere] = (new Version(3, 0), "Where-Object without a script block"),
        [ShellFeature.SimpleForEach] = (new Version(3, 0), "ForEach-Object without a script block"),
        [ShellFeature.BitShiftOperator] = (new Version(3, 0), "-shl or -shr"),
        [ShellFeature.StreamRedirection] = (new Version(3, 0), "Redirection of a stream other than output and errors"),
        [ShellFeature.PSItemVariable] = (new Version(3, 0), "$PSItem"),
        [ShellFeature.UsingVariable] = (new Version(3, 0), "$using:"),
        [ShellFeature.StopParsing] = (new Version(3, 0), "--%"),
        [ShellFeature.Workflow] = (new Version(3, 0), "A workflow"),
        [ShellFeature.Configuration] = (new Version(4, 0), "A configuration"),
        [ShellFeature.MethodOnCollection] = (new Version(4, 0), ".ForEach() or .Where()"),
        [ShellFeature.TypeDefinition] = (new Version(5, 0), "A class or enum"),
        [ShellFeature.UsingStatement] = (new Version(5, 0), "A using statement"),
        [ShellFeature.NewMethod] = (new Version(5, 0), "::new()"),
        [ShellFeature.InformationRedirection] = (new Version(5, 0), "Redirection of the information stream"),
        [ShellFeature.Ternary] = (new Version(7, 0), "The operator ? :"),
        [ShellFeature.NullCoalescing] = (new Version(7, 0), "The operator ?? or ??="),
        [ShellFeature.NullConditional] = (new Version(7, 1), "The operator ?. or ?[]"),
        [ShellFeature.PipelineChain] = (new Version(7, 0), "&& or ||"),
        [ShellFeature.BackgroundOperator] = (new Version(6, 0), "& at the end of a command"),
    };

    /// <summary>The version that a piece of the language begins with.</summary>
    public static Version From(ShellFeature feature) => Rows[feature].From;

    /// <summary>The piece in words, to begin a sentence.</summary>
    public static string Words(ShellFeature feature) => Rows[feature].Words;
}
