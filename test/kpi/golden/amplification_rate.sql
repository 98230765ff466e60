-- headline
select
  avg(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as value,
  stddev(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as stddev,
  count(*) as n
from social_posts
where shares is not null
  and exists (
    select 1 from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  )
  and posted_at >= $period_start and posted_at < $period_end

-- trend
select
  date_trunc('month', posted_at) as month,
  avg(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as value,
  stddev(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as stddev,
  count(*) as n
from social_posts
where shares is not null
  and exists (
    select 1 from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  )
  and posted_at >= $period_start and posted_at < $period_end
group by month
order by month

-- breakdown
select
  network,
  avg(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as value,
  stddev(shares / nullif((
    select arg_max(f.followers, f.day) from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  ), 0)) as stddev,
  count(*) as n
from social_posts
where shares is not null
  and exists (
    select 1 from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  )
  and posted_at >= $period_start and posted_at < $period_end
group by network
order by n desc, network

-- rows
select network, post_id, posted_at, shares, impressions
from social_posts
where shares is not null
  and exists (
    select 1 from followers f
    where f.source_id = social_posts.source_id and f.network = social_posts.network and f.day <= social_posts.posted_at::date
  )
  and posted_at >= $period_start and posted_at < $period_end
order by posted_at, network, post_id

-- headline, per_post
select avg(shares) as value, stddev(shares) as stddev, count(shares) as n
from social_posts
where shares is not null
  and posted_at >= $period_start and posted_at < $period_end
