using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>Which mailboxes of public folders a server has.</summary>
public enum PublicFolderMailboxes
{
    /// <summary>None.</summary>
    None,

    /// <summary>Mailboxes without the hierarchy.</summary>
    Content,

    /// <summary>A mailbox with the hierarchy.</summary>
    Hierarchy,
}

/// <summary>What is known of a server beside plan and capture, mostly from its registry; null for what was not stated.</summary>
internal sealed record ServerFacts
{
    /// <summary>Without registry value Windows acts as with this one.</summary>
    public const int DefaultCompatibilityLevel = 3;

    private const int HighestCompatibilityLevel = 5;

    private static readonly Lazy<IReadOnlyList<string>> Asked = new(() => MemberReader.AskedBy(r => Read(r), ("Server", "EX01")));

    /// <summary>The members that count on an object.</summary>
    public static IReadOnlyList<string> Members => Asked.Value;

    public required string Server { get; init; }

    /// <summary>The build of ExSetup.exe, which shows the security update too.</summary>
    public ExchangeVersion? Build { get; init; }

    /// <summary>Whether Extended Protection is on, as its script shows.</summary>
    public bool? ExtendedProtection { get; init; }

    /// <summary>Whether TLS ends before the server, for any service.</summary>
    public bool? SslOffloading { get; init; }

    /// <summary>Whether clients see the certificate of the server through the proxy, as both were seen.</summary>
    public bool? SameCertificate { get; init; }

    /// <summary>The versions of TLS that it speaks as server and client, sorted.</summary>
    public IReadOnlyList<string>? TlsVersion { get; init; }

    /// <summary>The registry value LmCompatibilityLevel.</summary>
    public int? LmCompatibilityLevel { get; init; }

    /// <summary>The registry value SuppressExtendedProtection.</summary>
    public int? SuppressExtendedProtection { get; init; }

    /// <summary>Whether a Hybrid Agent publishes it.</summary>
    public bool? HybridAgent { get; init; }

    public PublicFolderMailboxes? PublicFolders { get; init; }

    /// <summary>Reads the facts of one server; null after a fault.</summary>
    public static ServerFacts? Read(IReadOnlyDictionary<string, object?> members, string path, bool strict, ICollection<InputFault> faults)
    {
        List<InputFault> found = [];
        ServerFacts? facts = Read(new MemberReader(members, path,
            MemberPolicy.Forgiving with { Unknown = strict ? UnknownMembers.Refuse : UnknownMembers.RefuseNearMisses }, found));
        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        return found.Count == 0 ? facts : null;
    }

    private static ServerFacts? Read(MemberReader reader)
    {
        string? name = null;
        if (reader.Text("Server") is not { Length: > 0 } server)
        {
            reader.Refuse(FaultIds.MemberMissing, "Server", null, "is missing. Say which server the values are of.");
        }
        else if (!ServerName.TryParse(server, reader.PathOf("Server"), out name, out _, out InputFault? fault))
        {
            reader.Faults.Add(fault);
        }

        ServerFacts facts = new()
        {
            Server = name ?? string.Empty,
            Build = BuildOf(reader),
            ExtendedProtection = reader.Cell("ExtendedProtection"),
            SslOffloading = reader.Cell("SslOffloading"),
            SameCertificate = reader.Cell("SameCertificate"),
            TlsVersion = TlsOf(reader),
            LmCompatibilityLevel = Number(reader, "LmCompatibilityLevel", HighestCompatibilityLevel),
            SuppressExtendedProtection = Number(reader, "SuppressExtendedProtection", int.MaxValue),
            HybridAgent = reader.Cell("HybridAgent"),
            PublicFolders = IsStated(reader, "PublicFolders") ? reader.Choice<PublicFolderMailboxes>("PublicFolders") : null,
        };
        reader.Finish();
        return name is null ? null : facts;
    }

    private static ExchangeVersion? BuildOf(MemberReader reader)
    {
        if (!IsStated(reader, "Build") || reader.Text("Build") is not { } text)
        {
            return null;
        }

        if (!ExchangeVersionReader.TryParse(text, reader.PathOf("Build"), out ExchangeVersion? build, out InputFault? fault))
        {
            reader.Faults.Add(fault);
        }

        return build;
    }

    /// <summary>A cell of a table holds several versions behind commas.</summary>
    private static string[]? TlsOf(MemberReader reader) => !IsStated(reader, "TlsVersion") || reader.Texts("TlsVersion") is not { } texts
        ? null
        : [.. texts.SelectMany(t => t.Split(',', ';')).Select(t => t.Trim()).Where(t => t.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(t => t, StringComparer.OrdinalIgnoreCase)];

    /// <summary>A cell of a table holds a number as text.</summary>
    private static int? Number(MemberReader reader, string name, int maximum)
    {
        switch (reader.Raw(name))
        {
            case null or string { Length: 0 }:
                return null;
            case long number when number >= 0 && number <= maximum:
                return (int)number;
            case string text when int.TryParse(text, System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out int parsed) && parsed <= maximum:
                return parsed;
            case var other:
                reader.WrongType(name, other, $"a whole number from 0 to {maximum}");
                return null;
        }
    }

    private static bool IsStated(MemberReader reader, string name) => reader.Raw(name) is not (null or string { Length: 0 });
}
