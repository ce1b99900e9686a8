using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Cluster.Tunnel;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster.Tunnel;

public class AdminTunnelTests
{
    [Theory]
    [InlineData(TunnelClient.OpenSsh, TunnelShell.Cmd, "ssh -N -p 443 -L 3391:cas01:3389 home.contoso.com")]
    [InlineData(TunnelClient.OpenSsh, TunnelShell.Posix, "ssh -N -p 443 -L 3391:cas01:3389 home.contoso.com")]
    [InlineData(TunnelClient.OpenSsh, TunnelShell.PowerShell, "ssh -N -p 443 -L \"3391:cas01:3389\" home.contoso.com")]
    [InlineData(TunnelClient.Plink, TunnelShell.Cmd, "plink -ssh -N -P 443 -L 3391:cas01:3389 home.contoso.com")]
    public void The_recipe_of_the_article(TunnelClient client, TunnelShell shell, string expected)
    {
        Runbook runbook = Plan(new AdminTunnelInput { SshHost = "home.contoso.com", Server = "cas01", Client = client, Shell = shell });

        Assert.Equal(expected, runbook.Steps[0].Command);
        Assert.Equal(
            shell == TunnelShell.Posix ? "connect a Remote Desktop client to localhost:3391" : "mstsc /v:localhost:3391",
            runbook.Steps[1].Command);
        Assert.Equal(2, runbook.Steps.Count);
    }

    [Theory]
    [InlineData(TunnelShell.Cmd, "ssh -N -p 22 -i \"C:\\Keys of A&B\\id\" -l \"CONTOSO\\Ann Admin\" -L 13389:10.0.0.5:3390 192.0.2.7")]
    [InlineData(TunnelShell.PowerShell, "ssh -N -p 22 -i \"C:\\Keys of A&B\\id\" -l \"CONTOSO\\Ann Admin\" -L \"13389:10.0.0.5:3390\" \"192.0.2.7\"")]
    [InlineData(TunnelShell.Posix, "ssh -N -p 22 -i 'C:\\Keys of A&B\\id' -l 'CONTOSO\\Ann Admin' -L 13389:10.0.0.5:3390 192.0.2.7")]
    public void Everything_stated(TunnelShell shell, string expected)
    {
        AdminTunnelInput input = new()
        {
            SshHost = "192.0.2.7", Server = "10.0.0.5", SshPort = 22, LocalPort = 13389, RemotePort = 3390,
            UserName = @"CONTOSO\Ann Admin", IdentityFile = @"C:\Keys of A&B\id", Shell = shell,
        };

        Assert.Equal(expected, Plan(input).Steps[0].Command);
    }

    [Fact]
    public void The_host_key_is_to_be_compared_and_no_line_switches_the_check_off() => Gen.Select(Gen.Enum<TunnelClient>(), Gen.Enum<TunnelShell>()).Sample((client, shell) =>
    {
        Runbook runbook = Plan(new AdminTunnelInput { SshHost = "a.b.c", Server = "d", Client = client, Shell = shell });
        Assert.Contains("fingerprint", runbook.Steps[0].CheckBefore);
        Assert.All(runbook.Steps, s => Assert.DoesNotContain("StrictHostKeyChecking", s.Command));
        Assert.All(runbook.Steps, s => Assert.DoesNotContain("-pw", s.Command));
    });

    [Fact]
    public void User_and_key_arrive_unchanged_in_cmd_or_are_refused() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.Enum<TunnelClient>()).Sample((user, file, client) =>
        {
            AdminTunnelInput input = new() { SshHost = "h.contoso.com", Server = "s", UserName = user, IdentityFile = file, Client = client };
            List<InputFault> faults = [];
            if (AdminTunnelPlanner.Plan(input, faults) is not { } runbook)
            {
                Assert.NotEmpty(faults);
                return;
            }

            string[] program = client == TunnelClient.Plink ? ["plink", "-ssh", "-N", "-P"] : ["ssh", "-N", "-p"];
            Assert.Equal([.. program, "443", "-i", file, "-l", user, "-L", "3391:s:3389", "h.contoso.com"], CmdModel.Arguments(runbook.Steps[0].Command));
        });

    [Fact]
    public void A_password_after_the_user_name_is_refused_and_not_repeated()
    {
        InputFault fault = Fault(new AdminTunnelInput { SshHost = "a.b.c", Server = "d", UserName = "ann:secret" });

        Assert.Equal((FaultIds.NameBadCharacter, "UserName"), (fault.Id, fault.Parameter));
        Assert.DoesNotContain("secret", fault.ToString());
    }

    [Fact]
    public void A_port_in_use_is_a_conflict_that_names_who_listens()
    {
        Finding finding = Assert.Single(Plan(new AdminTunnelInput
        {
            SshHost = "home.contoso.com", Server = "cas01", Listeners = new Dictionary<int, string> { [543] = "SCVMM", [443] = "IIS" },
        }).Findings);

        Assert.Equal((TunnelFindingCodes.PortConflict, FindingSeverity.Warning, "home.contoso.com:443", "S66"), (finding.Code, finding.Severity, finding.Subject, finding.Rule));
        Assert.StartsWith("IIS listens on port 443 already", finding.Message);
        Assert.Contains("443, 543", finding.Remedy);
    }

    [Fact]
    public void Findings_come_where_they_belong()
    {
        Assert.Equal([TunnelFindingCodes.HttpsPortTaken], Codes(new AdminTunnelInput { SshHost = "a.b", Server = "d" }));
        Assert.Empty(Codes(new AdminTunnelInput { SshHost = "a.b", Server = "d", SshPort = 22 }));
        Assert.Empty(Codes(new AdminTunnelInput { SshHost = "a.b", Server = "d", SshPort = 22, Listeners = new Dictionary<int, string> { [443] = "IIS" } }));
        Assert.Equal([TunnelFindingCodes.DynamicAddress], Codes(new AdminTunnelInput { SshHost = "a.b", Server = "d", SshPort = 22, AddressIsDynamic = true }));
        Assert.Equal([TunnelFindingCodes.LocalPortIsRemoteDesktop], Codes(new AdminTunnelInput { SshHost = "a.b", Server = "d", SshPort = 22, LocalPort = 3389 }));
    }

    public static TheoryData<string?, string> BadHosts => new()
    {
        { null, FaultIds.NameEmpty },
        { "", FaultIds.NameEmpty },
        { "a b", FaultIds.NameHasSpace },
        { "-oProxyCommand=calc", FaultIds.NameBadCharacter },
        { "-x", FaultIds.LabelHyphen },
        { "a;b", FaultIds.NameBadCharacter },
        { "user@host", FaultIds.NameBadCharacter },
        { "https://a.b", FaultIds.UrlWhereHostExpected },
        { "::1", FaultIds.AddressInvalid },
        { "256.1.1.1", FaultIds.AddressInvalid },
        { "010.1.1.1", FaultIds.AddressInvalid },
        { "*.contoso.com", FaultIds.WildcardHost },
    };

    [Theory]
    [MemberData(nameof(BadHosts))]
    public void Hosts_are_checked(string? bad, string id)
    {
        Assert.Equal((id, "SshHost"), (Fault(new AdminTunnelInput { SshHost = bad, Server = "d" }).Id, Fault(new AdminTunnelInput { SshHost = bad, Server = "d" }).Parameter));
        Assert.Equal("Server", Fault(new AdminTunnelInput { SshHost = "a.b", Server = bad }).Parameter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public void Ports_are_checked(int bad)
    {
        AdminTunnelInput[] inputs =
        [
            new() { SshHost = "a.b", Server = "d", SshPort = bad },
            new() { SshHost = "a.b", Server = "d", LocalPort = bad },
            new() { SshHost = "a.b", Server = "d", RemotePort = bad },
            new() { SshHost = "a.b", Server = "d", Listeners = new Dictionary<int, string> { [bad] = "IIS" } },
        ];
        Assert.Equal(["SshPort", "LocalPort", "RemotePort", "Listener"], inputs.Select(i => Fault(i).Parameter));
        Assert.All(inputs, i => Assert.Equal(FaultIds.ValueOutOfRange, Fault(i).Id));
    }

    [Theory]
    [InlineData(TunnelShell.Cmd, "a%b")]
    [InlineData(TunnelShell.Cmd, "/x")]
    [InlineData(TunnelShell.PowerShell, "a\"b")]
    [InlineData(TunnelShell.PowerShell, "a b\\")]
    [InlineData(TunnelShell.Posix, "a\nb")]
    [InlineData(TunnelShell.Posix, "-oX")]
    [InlineData(TunnelShell.Posix, "")]
    public void A_text_that_the_shell_cannot_carry_is_refused(TunnelShell shell, string bad)
    {
        Assert.Equal(FaultIds.TextNotForShell, Fault(new AdminTunnelInput { SshHost = "a.b", Server = "d", UserName = bad, Shell = shell }).Id);
        Assert.Equal(FaultIds.TextNotForShell, Fault(new AdminTunnelInput { SshHost = "a.b", Server = "d", IdentityFile = bad, Shell = shell }).Id);
    }

    private static IEnumerable<string> Codes(AdminTunnelInput input) => Plan(input).Findings.Select(f => f.Code);

    private static Runbook Plan(AdminTunnelInput input)
    {
        List<InputFault> faults = [];
        return AdminTunnelPlanner.Plan(input, faults) ?? throw new InvalidOperationException(faults[0].Message);
    }

    private static InputFault Fault(AdminTunnelInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(AdminTunnelPlanner.Plan(input, faults));
        return Assert.Single(faults);
    }
}
