using System.Collections.Generic;
using System.Threading.Tasks;
using ExchangeNamespace.Documentation.Tests.Pages;
using ExchangeNamespace.Documentation.Tests.Sandbox;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Documentation.Tests;

/// <summary>What the run of a page prints: all that a person at a prompt sees, and nothing that differs from run to run.</summary>
public class PageRunTests
{
    private const string Page = """
        # Blocks

        ```powershell
        $kept = Get-ChildItem docs/examples -Filter *.json
        Write-Warning one
        $kept | ForEach-Object Name; Get-Item two
        Write-Host $kept.FullName
        ```

        ```powershell
        $kept.Name
        Set-OwaVirtualDirectory -Identity "EX01\owa (Default Web Site)" -ExternalUrl $null -WhatIf
        Get-ExchangeServer | ForEach-Object Name
        Measure-QuorumVote NodeMajority 3 3
        [pscustomobject]@{ A = 'a' * 130 }
        ```

        """;

    [Fact]
    public async Task Blocks_are_run_as_they_are_typed_at_a_prompt()
    {
        RealPowerShell shell = RealPowerShell.PwshOrSkip();
        await using Lab lab = new();

        IReadOnlyList<string?> printed = PageRun.Run(shell, Repository.Root, DocumentationPage.FromText("x.md", Page), lab);

        Assert.Equal(
            """
            WARNING: one
            three-sites.json
            Get-Item: Cannot find path 'C:\scripts\two' because it does not exist.
            C:\scripts\docs\examples\three-sites.json
            """,
            printed[0]);
        Assert.Equal(
            """
            three-sites.json
            What if: Performing the operation "Set-OwaVirtualDirectory" on target "EX01\owa (Default Web Site)".
            EX01
            EX02

            Model                    NodesUp Votes VotesUp Needed Quorum MayFail
            -----                    ------- ----- ------- ------ ------ -------
            NodeMajority             3       3     3       2      True   1 node


            A
            -
            """ + "\n" + new string('a', 119) + "…",
            printed[1]);
    }
}
