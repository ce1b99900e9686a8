using System.Collections.Generic;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>One help page of one command, as text without markup.</summary>
/// <param name="Name">The command, for instance <c>Get-NamespacePlan</c>.</param>
/// <param name="OnlineVersion">The address <c>Get-Help -Online</c> opens, or empty.</param>
/// <param name="Synopsis">One paragraph.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Syntax">The parameter sets in the order of the page.</param>
/// <param name="Examples">The examples in the order of the page.</param>
/// <param name="Parameters">The parameters in the order of the page, common parameters excluded.</param>
/// <param name="Inputs">What the pipeline takes.</param>
/// <param name="Outputs">What the command writes.</param>
/// <param name="Notes">Paragraphs, possibly none.</param>
/// <param name="Links">Related links, possibly none.</param>
internal sealed record CommandPage(
    string Name,
    string OnlineVersion,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<SyntaxSet> Syntax,
    IReadOnlyList<Example> Examples,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<TypeNote> Inputs,
    IReadOnlyList<TypeNote> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Link> Links);

/// <summary>A parameter set with its parameters in the order of the syntax line.</summary>
/// <param name="Name">The name of the set, or <see cref="OnlySet"/>.</param>
/// <param name="ParameterNames">Names without the dash.</param>
internal sealed record SyntaxSet(string Name, IReadOnlyList<string> ParameterNames)
{
    /// <summary>The name PowerShell gives to the set of a command that declares none.</summary>
    public const string OnlySet = "__AllParameterSets";
}

/// <summary>An example: what precedes the code, the code, its output (empty where the page shows none), what follows.</summary>
internal sealed record Example(string Title, IReadOnlyList<string> Introduction, string Code, string Output, IReadOnlyList<string> Remarks);

/// <summary>A type that goes in or comes out, with what is said about it.</summary>
internal sealed record TypeNote(string Type, IReadOnlyList<string> Description);

/// <summary>A related link; the address is empty for a bare name.</summary>
internal sealed record Link(string Text, string Address);

/// <summary>A parameter; <see cref="Facts"/> holds one entry per block of properties on the page.</summary>
internal sealed record Parameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<ParameterFacts> Facts)
{
    /// <summary>The properties that hold in one parameter set, or nothing when the parameter is not in it.</summary>
    public ParameterFacts? In(string set)
    {
        foreach (ParameterFacts facts in Facts)
        {
            if (facts.IsIn(set))
            {
                return facts;
            }
        }

        return null;
    }
}
