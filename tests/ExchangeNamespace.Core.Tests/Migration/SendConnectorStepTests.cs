using System;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Migration.Simulation;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Migrations;

namespace ExchangeNamespace.Tests.Migration;

public class SendConnectorStepTests
{
    [Theory]
    [InlineData("OLD1")]
    [InlineData("old1.contoso.com")]
    [InlineData("contoso.com/Configuration/Servers/OLD1")]
    [InlineData("CN=OLD1,CN=Servers,DC=contoso,DC=com")]
    public void An_old_server_is_found_however_the_connector_names_it(string captured)
    {
        ExchangeState state = SimulationTests.State(("Get-SendConnector",
            [("Name", "Out"), ("Identity", "Out"), ("AddressSpaces", new object[] { "SMTP:*;1" }), ("SourceTransportServers", new object[] { captured })]));
        NamespaceMigration migration = Make(new MigrationInput
        {
            Present = Plan([Server("OLD1", "2016CU23")]), Plans = [Plan([Server("NEW1", "SE")])], State = state,
            ForestLevel = ForestFunctionalLevel.Windows2016Forest, TimeToLive = TimeSpan.FromHours(1),
        });

        string[] lines = [.. migration.Steps.SelectMany(s => s.Actions).OfType<ExchangeLine>().Select(l => l.Command.Line).Where(l => l.Contains("SendConnector"))];
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("-SourceTransportServers OLD1,NEW1", lines[0], StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("-SourceTransportServers NEW1", lines[1], StringComparison.Ordinal);
    }
}
