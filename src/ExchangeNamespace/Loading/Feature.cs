using System.Collections.Generic;

namespace ExchangeNamespace.Loading;

/// <summary>A feature that brings libraries of its own, in a folder of that name below bin/lib/&lt;edition&gt;.</summary>
/// <param name="name">The folder name.</param>
/// <param name="desktop">Assembly names for Windows PowerShell, each after those it needs.</param>
/// <param name="core">Assembly names for PowerShell 7, each after those it needs.</param>
internal sealed class Feature(string name, string[] desktop, string[] core)
{
    /// <summary>The folder name.</summary>
    public string Name { get; } = name;

    /// <summary>The assembly names of one edition, each after those it needs.</summary>
    /// <param name="isDesktop">Windows PowerShell, else PowerShell 7.</param>
    public IReadOnlyList<string> Libraries(bool isDesktop) => isDesktop ? desktop : core;
}
