using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>The settings of one service on one server: a virtual directory, Outlook Anywhere, or the service connection point.</summary>
public sealed class CapturedService
{
    internal CapturedService()
    {
    }

    /// <summary>The NetBIOS name of the server.</summary>
    public required string Server { get; init; }

    /// <summary>The service. <see cref="ClientService.Autodiscover"/> is the service connection point.</summary>
    public required ClientService Service { get; init; }

    /// <summary>The identity as captured, for example <c>CAS01\owa (Default Web Site)</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>Whether it is the directory of the default web site, or has no directory at all. Only those are compared.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The internal URL; for Outlook Anywhere the internal host, for the service connection point its URI.</summary>
    public Captured<string> Internal { get; init; }

    /// <summary>The external URL; for Outlook Anywhere the external host.</summary>
    public Captured<string> External { get; init; }

    /// <summary>The site scope of the service connection point.</summary>
    public Captured<IReadOnlyList<string>> SiteScope { get; init; }

    /// <summary>
    /// All other settings by property name: a Boolean is <c>True</c> or <c>False</c>. What is not in it was not captured.
    /// </summary>
    public required IReadOnlyDictionary<string, Captured<IReadOnlyList<string>>> Settings { get; init; }

    /// <summary>One other setting.</summary>
    /// <param name="property">The property, without regard to case.</param>
    /// <returns>The value; absent when it was not captured.</returns>
    public Captured<IReadOnlyList<string>> Setting(string property) =>
        Settings.TryGetValue(property, out Captured<IReadOnlyList<string>> value) ? value : default;

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(string.Concat(Service.ToString(), " ", Identity));

    internal static IReadOnlyDictionary<string, Captured<IReadOnlyList<string>>> NoSettings { get; } =
        new Dictionary<string, Captured<IReadOnlyList<string>>>(StringComparer.OrdinalIgnoreCase);
}
