using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

public class CheckTableTests
{
    [Fact]
    public void Each_check_has_one_row_in_the_order_of_the_report() => Assert.Equal(
        Enum.GetNames(typeof(NamespaceCheck)), CheckTable.Rows.Select(r => r.Check.ToString()));

    /// <summary>All inputs that a call can have, and the checks that they are enough for.</summary>
    [Theory]
    [InlineData(0, "")]
    [InlineData((int)CheckInputs.Plan, "BuildSupport ClientAccessRoute AutodiscoverRoute")]
    [InlineData((int)CheckInputs.State, "CertificateLifetime StartTls BuildSupport ClientAccessRoute AutodiscoverRoute")]
    [InlineData((int)(CheckInputs.Plan | CheckInputs.State),
        "Comparison Certificate CertificateLifetime StartTls BuildSupport ClientAccessRoute AutodiscoverRoute")]
    [InlineData((int)(CheckInputs.Plan | CheckInputs.Views), "BuildSupport ClientAccessRoute AutodiscoverRoute SplitDns")]
    [InlineData((int)(CheckInputs.Plan | CheckInputs.Endpoint), "BuildSupport ClientAccessRoute AutodiscoverRoute Endpoint")]
    [InlineData((int)(CheckInputs.Plan | CheckInputs.Probe), "BuildSupport ClientAccessRoute AutodiscoverRoute MailIdentity Endpoint LiveAutodiscover Service")]
    [InlineData((int)(CheckInputs.Views | CheckInputs.Probe | CheckInputs.Endpoint), "")]
    public void Inputs_decide_which_checks_are_made(int inputs, string checks)
    {
        NamespaceCheck[] made = [.. CheckTable.Rows.Where(r => r.IsMadeOf((CheckInputs)inputs)).Select(r => r.Check)];

        Assert.Equal(checks, string.Join(" ", made));
        Assert.Equal(CheckTable.Rows.Select(r => r.Check).Except(made), CheckTable.NotMade((CheckInputs)inputs).Select(n => n.Check));
    }

    [Fact]
    public void What_a_check_would_need_is_named_by_its_parameters()
    {
        Dictionary<CheckInputs, string> words = new()
        {
            [CheckInputs.Plan] = "plan",
            [CheckInputs.State] = "-State",
            [CheckInputs.Views] = "-ExternalServer",
            [CheckInputs.Probe] = "-Probe",
            [CheckInputs.Endpoint] = "-Endpoint",
        };

        Assert.All(CheckTable.Rows, row => Assert.All(words.Where(w => row.Needs.Any(n => (n & w.Key) != 0)),
            w => Assert.Contains(w.Value, row.Sentence, StringComparison.Ordinal)));
    }
}
