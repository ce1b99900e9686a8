using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>A runspace serves one organisation after another; what a script did to its functions ends with the organisation.</summary>
public class RunspaceReuseTests
{
    [Theory]
    [InlineData("$null = $ExecutionContext.SessionState.InvokeProvider.Item.Remove('function:Select-Object', $true)")]
    [InlineData("function global:Select-Object { 'other' }")]
    public void The_next_user_has_the_companions_whatever_a_script_did_to_them(string script)
    {
        // No other test takes this version, so the second organisation gets the runspace of the first.
        const string version = "2016CU7";
        using (StandInExchange first = StandInExchange.Create(version, "CAS01.contoso.com"))
        {
            Assert.True(first.Invoke(script).Succeeded);
        }

        using StandInExchange second = StandInExchange.Create(version, "CAS01.contoso.com");
        StandInResult result = second.Invoke("7, 8 | Select-Object -First 1");
        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal(7, Assert.Single(result.Output).BaseObject);
    }
}
