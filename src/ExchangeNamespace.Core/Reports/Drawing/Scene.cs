using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Servers of one site that stand in front of the same mailboxes: one row of the drawing.</summary>
/// <param name="Row">The place from the top, from 0.</param>
/// <param name="Site">The site.</param>
/// <param name="Generation">What the servers can stand in front of; larger is newer.</param>
/// <param name="Servers">The servers, newest version first.</param>
internal sealed record SceneUnit(int Row, PlannedSite Site, int Generation, IReadOnlyList<PlannedServer> Servers)
{
    /// <summary>Whether clients on the Internet reach one of the servers.</summary>
    public bool IsPublished => Servers.Any(s => s.InternetFacing);
}

/// <summary>A name that a view answers.</summary>
/// <param name="Name">The name.</param>
/// <param name="Roles">What clients use it for, in words.</param>
/// <param name="Addresses">What the view answers; empty where that was not stated.</param>
/// <param name="Rows">The rows that it leads to, in order; empty where that is not known.</param>
/// <param name="Device">The first address that belongs to none of the servers it leads to; null where all do or none is known.</param>
internal sealed record SceneName(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Addresses, IReadOnlyList<int> Rows,
    string? Device);

/// <summary>What a server does with requests for mailboxes of another row.</summary>
/// <param name="From">The row that the request comes to.</param>
/// <param name="To">The row of the mailbox.</param>
/// <param name="Kind">Whether it is passed on or redirected; null where it is refused.</param>
/// <param name="Protocols">The protocols, in words.</param>
internal sealed record ScenePassage(int From, int To, LinkKind? Kind, string Protocols);

/// <summary>A certificate of the plan with the letter that stands for it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Planned">The certificate.</param>
internal sealed record SceneCertificate(string Letter, PlannedCertificate Planned)
{
    public bool IsOn(string machine) => Planned.IsOn(machine);
}

/// <summary>What a drawing of a plan shows, before anything has a place.</summary>
internal sealed record Scene
{
    public required NamespacePlan Plan { get; init; }

    public required IReadOnlyList<SceneUnit> Units { get; init; }

    public required IReadOnlyList<SceneName> Outside { get; init; }

    public required IReadOnlyList<SceneName> Inside { get; init; }

    public required IReadOnlyList<ScenePassage> Passages { get; init; }

    public required IReadOnlyList<SceneCertificate> Certificates { get; init; }
}
