using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Scripts.Rules;
using Xunit;

namespace ExchangeNamespace.Tests.Scripts;

public class ScriptCheckInputTests
{
    [Theory]
    [InlineData("2016", false, null, false, null, null)]
    [InlineData("2016", true, "fixed.ps1", false, null, null)]
    [InlineData("2016", false, null, true, null, null)]
    [InlineData("1999", true, null, true, FaultIds.VersionUnknown, "ExchangeVersion")]
    [InlineData("2016", false, "fixed.ps1", true, FaultIds.InputContradiction, "Destination")]
    [InlineData("2016", true, null, true, FaultIds.InputContradiction, "Quiet")]
    public void Parameters_that_do_not_go_together_are_refused(
        string version, bool fix, string? destination, bool quiet, string? id, string? parameter)
    {
        List<InputFault> faults = [];
        ScriptCheckInput input = new() { ExchangeVersion = version, Fix = fix, Destination = destination, Quiet = quiet };
        Assert.Equal(id is null, input.Read(faults) is not null);
        Assert.Equal((id, parameter), (faults.SingleOrDefault()?.Id, faults.SingleOrDefault()?.Parameter));
    }
}
