using System.Collections.Generic;

namespace ExchangeNamespace.Loading;

/// <summary>A feature that brings libraries of its own, in a folder of that name below bin/lib/&lt;edition&gt;.</summary>
/// <param name="name">The folder name.</param>
/// <param name="desktop">Assembly names for Windows PowerShell, each after those it needs.</param>
/// <param name="core">Assembly names for PowerShell 7, each after those it needs.</param>
/// <param name="needs">Another feature whose libraries these use too.</param>
internal sealed class Feature(string name, string[] desktop, string[] core, Feature? needs = null)
{
    /// <summary>The folder name.</summary>
    public string Name { get; } = name;

    /// <summary>The feature whose libraries these use too; null for none.</summary>
    public Feature? Needs { get; } = needs;

    /// <summary>The assembly names of one edition, each after those it needs.</summary>
    /// <param name="isDesktop">Windows PowerShell, else PowerShell 7.</param>
    public IReadOnlyList<string> Libraries(bool isDesktop) => isDesktop ? desktop : core;

    /// <summary>Whether a library of this feature may use one of another.</summary>
    /// <param name="other">The other feature.</param>
    public bool MayUse(Feature other) => other == this || Needs?.MayUse(other) == true;
}
