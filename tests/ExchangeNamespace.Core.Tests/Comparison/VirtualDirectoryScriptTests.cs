using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

public class VirtualDirectoryScriptTests
{
    private static readonly NamespacePlan Mixed = Plans.Make(
        new[] { Server("OLD", "2007RTM"), Server("MID", "2010SP3"), Server("NEW", "2016"), Server("LAST", "2019") },
        ("ExternalHost", "mail.contoso.com"),
        ("InternalHost", "mail.contoso.com"),
        ("SmtpDomain", "contoso.com"),
        ("LegacyHost", "legacy.contoso.com"),
        ("DnsModel", "Split"));

    [Fact]
    public void Each_shell_of_the_chosen_servers_is_told_once()
    {
        VirtualDirectoryScript script = new(Mixed, null, undo: false);
        Assert.Equal(
            Mixed.Servers.Select(s => ShellGenerations.Of(s.Version)).Distinct().Order(), script.Shells(new CommandSelection()));
        Assert.Single(script.Shells(Of("NEW")));
        Assert.Empty(script.Shells(Of("NEW") with { Generation = ShellGenerations.Of(Mixed.Servers[0].Version) }));
    }

    [Fact]
    public void A_service_that_was_asked_for_is_told_for_each_chosen_version_that_lacks_it()
    {
        VirtualDirectoryScript script = new(Mixed, null, undo: false);
        CommandSelection mapi = new() { Services = new HashSet<ClientService> { ClientService.MAPI } };
        Assert.Equal(
            ["Exchange 2007RTM cannot set MAPI: no line is emitted for it.", "Exchange 2010SP3 cannot set MAPI: no line is emitted for it."],
            script.MissingServices(mapi));
        Assert.Empty(script.MissingServices(mapi with { Servers = new HashSet<string> { "NEW" } }));
        Assert.Empty(script.MissingServices(new CommandSelection()));
    }

    [Fact]
    public void Servers_without_WhatIf_are_left_out_of_a_rehearsal_only()
    {
        VirtualDirectoryScript script = new(Mixed, null, undo: false);
        CommandSelection rehearsed = script.Rehearsable(new CommandSelection { Rehearse = true }, out IReadOnlyList<string> without);
        Assert.Equal(["OLD"], without);
        Assert.Equal(["LAST", "MID", "NEW"], rehearsed.Servers!.Order(StringComparer.Ordinal));

        CommandSelection all = new();
        Assert.Same(all, script.Rehearsable(all, out without));
        Assert.Empty(without);
    }

    [Theory]
    [InlineData(false, false, ScriptBasis.Plan)]
    [InlineData(true, false, ScriptBasis.CurrentState)]
    [InlineData(true, true, ScriptBasis.Undo)]
    public void The_lines_are_those_of_their_basis(bool captured, bool undo, ScriptBasis basis)
    {
        ExchangeState? state = captured ? State() : null;
        VirtualDirectoryScript script = new(Mixed, state, undo);
        (IEnumerable<ExchangeCommand> commands, IEnumerable<Finding> findings) = script.Build(Of("NEW"));
        Assert.Equal(basis, script.Basis);
        ChangePlanner? changes = state is null ? null : new ChangePlanner(state, Of("NEW"));
        IEnumerable<ExchangeCommand> expected = changes is null ? CommandBuilder.Build(Mixed, Of("NEW"))
            : undo ? changes.BuildUndo(Mixed) : changes.Build(Mixed);
        Assert.Equal(expected.Select(c => c.ToString()), commands.Select(c => c.ToString()));
        Assert.Equal(changes?.Findings.Select(f => f.Code) ?? [], findings.Select(f => f.Code));
        Assert.Equal(captured, findings.Any());
    }

    private static ExchangeState State()
    {
        StateReader reader = new();
        Assert.True(reader.Read([], Plans.Members(
            (CaptureMarks.CapturedBy, "Get-OwaVirtualDirectory"),
            ("Identity", "NEW\\owa (Default Web Site)"),
            ("Name", "owa (Default Web Site)"),
            ("InternalUrl", "https://new.contoso.com/owa"),
            ("ExternalUrl", null))));
        return reader.Finish()!;
    }

    private static CommandSelection Of(string server) =>
        new() { Servers = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { server } };

    private static Dictionary<string, object?> Server(string name, string version) => Plans.Members(("Name", name), ("Version", version));
}
